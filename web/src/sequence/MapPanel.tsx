import { Button, Group, Skeleton, Stack } from '@mantine/core';
import { IconMaximize } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PhotoColumns } from '../api/types';
import { BaseMapMenu } from '../map/BaseMapMenu';
import { drawsLeftOut } from '../map/features';
import { Legend } from '../map/Legend';
import '../map/map.css';

const SequenceMap = lazy(() => import('../map/SequenceMap'));

interface MapPanelProps {
  photos: PhotoColumns;
  before?: PhotoColumns;
  chosen: number;
  onChoose: (index: number) => void;
}

export function MapPanel({ photos, before, chosen, onChoose }: MapPanelProps) {
  const { t } = useTranslation();
  const [fit, setFit] = useState(0);
  return (
    <Stack gap="xs">
      <div className="map-frame stage">
        <Suspense fallback={<Skeleton h="100%" radius={0} />}>
          <SequenceMap photos={photos} before={before} chosen={chosen} onChoose={onChoose} fit={fit} />
        </Suspense>
        <Group gap="xs" className="map-buttons">
          <Button variant="default" size="xs" leftSection={<IconMaximize size={16} aria-hidden />} onClick={() => setFit(fit + 1)}>{t('sequence.fit')}</Button>
          <BaseMapMenu />
        </Group>
      </div>
      <Legend hasCuts={photos.cuts.length > 1} hasLeftOut={drawsLeftOut(photos)} hasBefore={before !== undefined} />
    </Stack>
  );
}
