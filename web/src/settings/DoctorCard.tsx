import { Button, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconRefresh } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useDoctor } from '../api/program';
import type { Check } from '../api/types';
import { Answered } from '../shared/Answered';
import { Badge } from '../shared/Badge';
import { Section } from '../shared/Section';

export function DoctorCard() {
  const { t } = useTranslation();
  const query = useDoctor();
  return (
    <Section
      title={t('settings.doctor')} text={t('settings.doctorText')}
      aside={<Button variant="default" size="xs" loading={query.isFetching} leftSection={<IconRefresh size={16} aria-hidden />} onClick={() => void query.refetch()}>{t('settings.again')}</Button>}
    >
      <Answered query={query}>
        {(checks) => <Stack component="ul" gap="sm" m={0} p={0} style={{ listStyle: 'none' }}>{checks.map((check) => <CheckRow key={check.name} check={check} />)}</Stack>}
      </Answered>
    </Section>
  );
}

function CheckRow({ check }: { check: Check }) {
  const { t } = useTranslation();
  return (
    <li className="check">
      <div>{check.ok ? <Badge tone="good" icon={IconCircleCheck}>{t('settings.ok')}</Badge> : <Badge tone="warn" icon={IconAlertTriangle}>{t('settings.bad')}</Badge>}</div>
      <div>
        <Text size="sm"><Text span size="sm" fw={600}>{check.name}</Text> · {check.detail}</Text>
        {check.nextStep && <Text size="sm" c="dimmed">{check.nextStep}</Text>}
      </div>
    </li>
  );
}
