import { ActionIcon, Center, Text } from '@mantine/core';
import { IconArrowsMinimize, IconMinus, IconPlus } from '@tabler/icons-react';
import { useEffect, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { fitted, moved, zoomed, type View } from './zoom';

const step = 1.5;

interface FlatPictureProps {
  address: string;
  name: string;
}

export function FlatPicture({ address, name }: FlatPictureProps) {
  const { t } = useTranslation();
  const frame = useRef<HTMLDivElement>(null);
  const [view, setView] = useState(fitted);
  const [isBroken, setIsBroken] = useState(false);
  useWheel(frame, setView);

  const keys = (event: KeyboardEvent) => {
    const change = { '+': (now: View) => zoomed(now, step), '-': (now: View) => zoomed(now, 1 / step), 0: () => fitted }[event.key];
    if (change) setView(change);
  };
  const drag = ({ buttons, movementX, movementY, currentTarget }: PointerEvent) => {
    if (buttons === 1) setView((now) => moved(now, movementX, movementY, currentTarget.clientWidth, currentTarget.clientHeight));
  };

  if (isBroken) return <Center className="picture"><Text size="sm" p="md">{t('sequence.noPicture')}</Text></Center>;
  return (
    <div ref={frame} className="picture" role="group" aria-label={t('sequence.picture')} tabIndex={0} data-zoomed={view.scale > 1} onKeyDown={keys} onPointerMove={drag}>
      <img
        src={address} alt={name} draggable={false} style={{ transform: `translate(${view.x}px, ${view.y}px) scale(${view.scale})` }}
        onError={() => setIsBroken(true)} onLoad={() => { if (frame.current) frame.current.dataset.ready = 'true'; }}
      />
      <ActionIcon.Group className="picture-buttons" orientation="vertical">
        <ActionIcon variant="default" aria-label={t('sequence.zoomIn')} onClick={() => setView(zoomed(view, step))}><IconPlus size={16} aria-hidden /></ActionIcon>
        <ActionIcon variant="default" aria-label={t('sequence.zoomOut')} onClick={() => setView(zoomed(view, 1 / step))}><IconMinus size={16} aria-hidden /></ActionIcon>
        <ActionIcon variant="default" aria-label={t('sequence.zoomFit')} onClick={() => setView(fitted)}><IconArrowsMinimize size={16} aria-hidden /></ActionIcon>
      </ActionIcon.Group>
    </div>
  );
}

/** React listens to wheels passively, and then the page would scroll too. */
function useWheel(frame: React.RefObject<HTMLDivElement | null>, setView: (change: (now: View) => View) => void): void {
  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const wheel = (event: WheelEvent) => {
      event.preventDefault();
      const box = element.getBoundingClientRect();
      setView((now) => zoomed(now, Math.exp(-event.deltaY / 400), event.clientX - box.left - box.width / 2, event.clientY - box.top - box.height / 2));
    };
    element.addEventListener('wheel', wheel, { passive: false });
    return () => element.removeEventListener('wheel', wheel);
  }, [frame, setView]);
}
