import { Button, Code, Container, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useRouteError } from 'react-router';

export function FaultPage() {
  const { t } = useTranslation();
  const fault = useRouteError();
  return (
    <Container size="sm" py={64}>
      <Stack gap="md" role="alert">
        <Title order={1}>{t('app.faultTitle')}</Title>
        <Text>{t('app.faultText')}</Text>
        <Code block>{fault instanceof Error ? fault.message : String(fault)}</Code>
        <div><Button onClick={() => window.location.reload()}>{t('app.reload')}</Button></div>
      </Stack>
    </Container>
  );
}
