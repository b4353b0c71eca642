import { Button, Group, Text } from '@mantine/core';
import { IconListCheck, IconZoomCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useVerify } from '../api/runs';
import { ProblemNote } from '../shared/ProblemNote';
import { Section } from '../shared/Section';

export function VerifyCard({ sequence }: { sequence: number }) {
  const { t } = useTranslation();
  const verify = useVerify(sequence);
  return (
    <Section title={t('lifeLines.verify')} text={t('lifeLines.verifyText')}>
      <Group gap="sm">
        <Button variant="default" loading={verify.isPending} leftSection={<IconZoomCheck size={18} aria-hidden />} onClick={() => verify.mutate(false)}>{t('lifeLines.verify')}</Button>
        <Button variant="default" loading={verify.isPending} leftSection={<IconListCheck size={18} aria-hidden />} onClick={() => verify.mutate(true)}>{t('lifeLines.verifySafe')}</Button>
      </Group>
      <Text size="sm" c="dimmed">{t('lifeLines.verifySafeText')}</Text>
      <ProblemNote problem={verify.error} />
    </Section>
  );
}
