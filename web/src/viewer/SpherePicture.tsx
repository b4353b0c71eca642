import '@photo-sphere-viewer/core/index.css';
import { Viewer } from '@photo-sphere-viewer/core';
import { Center, Text } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

interface SpherePictureProps {
  address: string;
  name: string;
}

export default function SpherePicture({ address, name }: SpherePictureProps) {
  const { t } = useTranslation();
  const frame = useRef<HTMLDivElement>(null);
  const viewer = useRef<Viewer>(undefined);
  const [isBroken, setIsBroken] = useState(false);
  const first = useRef(address);

  useEffect(() => {
    const container = frame.current;
    if (!container) return;
    try {
      const made = new Viewer({ container, panorama: first.current, navbar: ['zoom', 'fullscreen'], mousewheelCtrlKey: false, defaultZoomLvl: 30, lang: { loading: t('app.loading'), zoomIn: t('sequence.zoomIn'), zoomOut: t('sequence.zoomOut') } });
      made.addEventListener('panorama-loaded', () => { container.dataset.ready = 'true'; });
      made.addEventListener('panorama-error', () => setIsBroken(true));
      viewer.current = made;
    } catch {
      // Without WebGL there is no sphere.
      setIsBroken(true);
    }
    return () => {
      viewer.current?.destroy();
      viewer.current = undefined;
    };
  }, [t]);

  useEffect(() => {
    if (address === first.current || !viewer.current) return;
    first.current = address;
    if (frame.current) delete frame.current.dataset.ready;
    setIsBroken(false);
    viewer.current.setPanorama(address, { transition: false, showLoader: false }).catch(() => setIsBroken(true));
  }, [address]);

  return (
    <div className="picture" role="group" aria-label={`${t('sequence.sphere')}: ${name}`}>
      <div ref={frame} className="sphere" hidden={isBroken} />
      {isBroken && <Center h="100%"><Text size="sm" p="md">{t('sequence.noPicture')}</Text></Center>}
    </div>
  );
}
