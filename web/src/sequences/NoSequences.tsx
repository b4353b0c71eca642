import { Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { IconFlask, IconPhotoPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { usePractice } from '../api/runs';
import { ProblemNote } from '../shared/ProblemNote';

/** The first thing that a new user sees. */
export function NoSequences() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const practice = usePractice();
  const begin = () => practice.mutate(undefined, { onSuccess: ({ run }) => void navigate(`/runs/${run}`) });
  return (
    <Card py={56} px="lg">
      <Stack align="center" gap="md" ta="center">
        <svg viewBox="0 0 240 96" width={240} aria-hidden>
          <path d="M16 80C56 24 84 100 122 52s62-20 86-36" fill="none" stroke="var(--track)" strokeWidth={3} strokeLinecap="round" strokeDasharray="1 9" />
          {[[16, 80, 50], [70, 62, 95], [122, 52, 40], [168, 34, 75], [208, 16, 60]].map(([x, y, turn]) => (
            <g key={x} transform={`translate(${x} ${y}) rotate(${turn})`}>
              <circle r={11} fill="var(--surface)" stroke="var(--track)" strokeWidth={2} />
              <path d="M0-6 4 5 0 3-4 5z" fill="var(--track)" />
            </g>
          ))}
        </svg>
        <Title order={2}>{t('sequences.emptyTitle')}</Title>
        <Text maw={520} c="dimmed">{t('sequences.emptyText')}</Text>
        <Group gap="sm" justify="center">
          <Button component={Link} to="/new" size="md" leftSection={<IconPhotoPlus size={20} aria-hidden />}>{t('sequences.create')}</Button>
          <Button variant="default" size="md" leftSection={<IconFlask size={20} aria-hidden />} loading={practice.isPending} onClick={begin}>{t('sequences.practice')}</Button>
        </Group>
        <Text maw={520} size="sm" c="dimmed">{t('sequences.practiceText')}</Text>
        <ProblemNote problem={practice.error} />
      </Stack>
    </Card>
  );
}
