import { Button, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useTitle } from '../shared/useTitle';

export function NotFoundPage() {
  const { t } = useTranslation();
  useTitle(t('app.notFound'));
  return (
    <Stack align="center" py={64} gap="md">
      <Title order={1}>{t('app.notFound')}</Title>
      <Text c="dimmed">{t('app.notFoundText')}</Text>
      <Button component={Link} to="/">{t('app.toSequences')}</Button>
    </Stack>
  );
}
