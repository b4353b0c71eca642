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
  /** To what was said of it, when it came to nothing. */
  onBack: () => void;
  onAnother: () => void;
}

/** The import as it goes, then what became of it. */
export function DoneStep({ run, onBack, onAnother }: DoneStepProps) {
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
                ? <Next sequence={sequenceOf({ sequence: view.sequence, result: end.summary })} onBack={onBack} onAnother={onAnother} />
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
function Next({ sequence, onBack, onAnother }: Omit<DoneStepProps, 'run'> & { sequence: number | undefined }) {
  const { t } = useTranslation();
  return (
    <Group gap="sm">
      {sequence !== undefined && <Button component={Link} to={`/sequences/${sequence}`}>{t('newSequence.open')}</Button>}
      {sequence !== undefined && <Button component={Link} to={`/sequences/${sequence}/send`} variant="default">{t('newSequence.send')}</Button>}
      {sequence === undefined && <Button variant="default" onClick={onBack}>{t('app.back')}</Button>}
      <Button variant="subtle" onClick={onAnother}>{t('newSequence.another')}</Button>
    </Group>
  );
}
