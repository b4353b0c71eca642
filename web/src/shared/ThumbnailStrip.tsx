import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatCount } from '../format/numbers';
import { Thumbnail } from './Thumbnail';

interface ThumbnailStripProps {
  photos: { id: number; name: string }[];
  /** How many are not shown. */
  more: number;
}

export function ThumbnailStrip({ photos, more }: ThumbnailStripProps) {
  const { t } = useTranslation();
  return (
    <Group gap="xs">
      {photos.map(({ id, name }, index) => <Thumbnail key={index} id={id} name={name} />)}
      {more > 0 && <Text size="sm" c="dimmed">{t('newSequence.and', { formatted: formatCount(more) })}</Text>}
    </Group>
  );
}
