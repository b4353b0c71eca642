import { Button, Group, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useRun } from '../api/runs';
import { RunPanel } from '../runs/RunPanel';
import { sequenceOf } from '../runs/sequenceOf';
import { Answered } from '../shared/Answered';
import { Note } from '../shared/Note';
import { Imported } from './Imported';

interface DoneStepProps {
  run: string;
  onAnother: () => void;
}

/** The import as it goes, then what became of it. */
export function DoneStep({ run, onAnother }: DoneStepProps) {
  const { t } = useTranslation();
  const query = useRun(run);
  return (
    <Answered query={query}>
      {(view) => {
        const sequence = sequenceOf(view);
        return (
          <Stack gap="md">
            <RunPanel run={view}>
              {({ end }) => (end
                ? <Next sequence={sequenceOf({ sequence: view.sequence, result: end.summary })} onAnother={onAnother} />
                : <Note tone="still">{t('newSequence.leaving')}</Note>)}
            </RunPanel>
            {sequence !== undefined && view.state === 'done' && <Imported sequence={sequence} />}
          </Stack>
        );
      }}
    </Answered>
  );
}

/** What one does then; above the pictures, whose coming moves what lies below them. */
function Next({ sequence, onAnother }: { sequence: number | undefined; onAnother: () => void }) {
  const { t } = useTranslation();
  return (
    <Group gap="sm">
      {sequence !== undefined && <Button component={Link} to={`/sequences/${sequence}`}>{t('newSequence.open')}</Button>}
      {sequence !== undefined && <Button component={Link} to={`/sequences/${sequence}/send`} variant="default">{t('newSequence.send')}</Button>}
      <Button variant="subtle" onClick={onAnother}>{t('newSequence.another')}</Button>
    </Group>
  );
}
