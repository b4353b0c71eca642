import { Box, Group, Text } from '@mantine/core';
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
    <Group gap="xs" align="flex-start">
      {photos.map(({ id, name }, index) => (
        <Box key={index} component="figure" m={0} w={96}>
          {id !== 0 && <Thumbnail id={id} name="" />}
          <Text component="figcaption" size="xs" className="word">{name}</Text>
        </Box>
      ))}
      {more > 0 && <Text size="sm" c="dimmed">{t('newSequence.and', { formatted: formatCount(more) })}</Text>}
    </Group>
  );
}
