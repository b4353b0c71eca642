import { Button, Group, Stack, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useRun } from '../api/runs';
import type { RunView } from '../api/types';
import { Answered } from '../shared/Answered';
import { useTitle } from '../shared/useTitle';
import { RunPanel } from './RunPanel';
import { sequenceOf } from './sequenceOf';

/** A run that belongs to no sequence yet: practice, an import. */
export function RunPage() {
  const { run } = useParams();
  const query = useRun(run);
  return <Answered query={query}>{(answer) => <RunContent run={answer} />}</Answered>;
}

function RunContent({ run }: { run: RunView }) {
  const { t } = useTranslation();
  const kind = t(`runKind.${run.kind}`);
  useTitle(kind);
  const sequence = sequenceOf(run);
  return (
    <Stack gap="lg" maw={860} mx="auto">
      <Title order={1}>{kind}</Title>
      <RunPanel run={run}>
        {() => sequence !== undefined && (
          <Group gap="sm">
            <Button component={Link} to={`/sequences/${sequence}`}>{t('run.openSequence')}</Button>
            <Button component={Link} to={`/sequences/${sequence}/life-lines`} variant="default">{t('run.seeLifeLines')}</Button>
          </Group>
        )}
      </RunPanel>
    </Stack>
  );
}
