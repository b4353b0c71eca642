import { ActionIcon, Group, Stack, Text } from '@mantine/core';
import { useWindowEvent } from '@mantine/hooks';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { PhotoColumns } from '../api/types';
import { formatCount, formatDistance, formatDuration } from '../format/numbers';
import { PictureView } from '../viewer/PictureView';
import { hasOwnArrows, stepOf } from './arrowKeys';
import { toNext } from './neighbours';

interface PicturePanelProps {
  photos: PhotoColumns;
  chosen: number;
  onChoose: (index: number) => void;
}

export function PicturePanel({ photos, chosen, onChoose }: PicturePanelProps) {
  const { t } = useTranslation();
  const last = photos.ids.length - 1;
  const go = (by: number) => onChoose(Math.min(last, Math.max(0, chosen + by)));
  useWindowEvent('keydown', (event) => {
    const by = stepOf(event);
    if (by === undefined || hasOwnArrows(event.target)) return;
    event.preventDefault();
    go(by);
  });

  const id = photos.ids[chosen];
  if (id === undefined) return null;
  return (
    <Stack component="section" gap="xs" aria-label={t('sequence.picture')}>
      <div className="map-frame stage"><PictureView id={id} name={photos.names[chosen] ?? ''} projection={photos.projections[chosen] ?? 'flat'} /></div>
      <Group justify="space-between" gap="xs" wrap="nowrap">
        <ActionIcon variant="default" size="lg" disabled={chosen === 0} aria-label={t('sequence.previous')} onClick={() => go(-1)}><IconChevronLeft size={20} aria-hidden /></ActionIcon>
        <Stack gap={0} ta="center" miw={0}>
          <Text size="sm" fw={600} truncate role="status">{photos.names[chosen]}</Text>
          <Text size="sm" c="dimmed" className="tabular">
            {t('sequence.position', { at: formatCount(chosen + 1), all: formatCount(photos.ids.length) })} <NextText photos={photos} chosen={chosen} />
          </Text>
        </Stack>
        <ActionIcon variant="default" size="lg" disabled={chosen === last} aria-label={t('sequence.next')} onClick={() => go(1)}><IconChevronRight size={20} aria-hidden /></ActionIcon>
      </Group>
      <Text size="xs" c="dimmed" visibleFrom="md" ta="center">{t('sequence.keys')}</Text>
    </Stack>
  );
}

function NextText({ photos, chosen }: { photos: PhotoColumns; chosen: number }) {
  const { t } = useTranslation();
  const next = toNext(photos, chosen);
  if (!next) return null;
  const far = [next.metres !== undefined && formatDistance(next.metres), next.seconds !== undefined && formatDuration(next.seconds)].filter(Boolean).join(', ');
  return <>· {t('sequence.toNext')}: {far}</>;
}
