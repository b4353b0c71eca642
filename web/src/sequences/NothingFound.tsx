import { Stack, Text } from '@mantine/core';
import { IconZoomQuestion } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

export function NothingFound() {
  const { t } = useTranslation();
  return (
    <Stack align="center" py={48} gap="xs">
      <IconZoomQuestion size={40} stroke={1.4} aria-hidden />
      <Text fw={600}>{t('sequences.nothingFound')}</Text>
      <Text size="sm" c="dimmed">{t('sequences.nothingFoundText')}</Text>
    </Stack>
  );
}
