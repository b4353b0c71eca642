import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRun } from '../api/runs';
import { formatCount } from '../format/numbers';
import { asSentence } from '../format/sentence';
import { RunPanel } from '../runs/RunPanel';
import type { RunProgress } from '../runs/runProgress';
import { Answered } from '../shared/Answered';
import { Note } from '../shared/Note';
import { useReasonWords } from '../texts/useReasonWords';
import { readFound, type Found } from './found';
import { LeftOutFiles } from './LeftOutFiles';

interface FoundStepProps {
  run: string;
  onBack: () => void;
  onNext: (found: Found) => void;
}

/** Looks at the photos without writing anything. */
export function FoundStep({ run, onBack, onNext }: FoundStepProps) {
  const { t } = useTranslation();
  const query = useRun(run);
  const [found, setFound] = useState<Found>();
  const finish = (progress: RunProgress) => setFound(progress.end?.state === 'done' ? readFound(progress.end.summary) : undefined);

  return (
    <Stack gap="md">
      <Text c="dimmed" size="sm">{t('newSequence.lookingText')}</Text>
      <Answered query={query}>
        {(view) => (
          <RunPanel run={view} onEnd={finish}>
            {(progress) => (
              <>
                {found && <Result found={found} />}
                <LeftOutFiles leftOut={progress.leftOut} texts={found?.reasonTexts ?? {}} />
              </>
            )}
          </RunPanel>
        )}
      </Answered>
      <Group justify="space-between">
        <Button variant="default" onClick={onBack}>{t('app.back')}</Button>
        <Button disabled={!found || found.accepted < 2} onClick={() => found && onNext(found)}>{t('newSequence.describe')}</Button>
      </Group>
    </Stack>
  );
}

function Result({ found }: { found: Found }) {
  const { t } = useTranslation();
  const wordsFor = useReasonWords();
  const doubts = found.doubts.map(([code, count]) => ({ ...wordsFor(code, found.reasonTexts[code]), code, count }));
  const others = found.passedOver.reduce((sum, [, count]) => sum + count, 0);
  const kinds = found.passedOver.map(([kind, count]) => `${formatCount(count)} ${kind || t('newSequence.noExtension')}`);
  const good = doubts.some(({ step }) => step) ? 'warn' : 'good';
  return (
    <Note tone={found.accepted < 2 ? 'bad' : good} title={t('newSequence.found', { count: found.accepted, formatted: formatCount(found.accepted) })}>
      {found.accepted < 2 && `${t('newSequence.tooFew')} `}
      {found.leftOut === 0 ? t('newSequence.nothingLeftOut') : t('newSequence.leftOut', { count: found.leftOut, formatted: formatCount(found.leftOut) })}
      {others > 0 && <div>{t('newSequence.passedOver', { count: others, formatted: formatCount(others), kinds: kinds.join(', ') })}</div>}
      {found.passedOver.some(([kind]) => kind === '.gpx') && <div>{t('newSequence.track')}</div>}
      {found.cameras.length > 0 && <div>{t('newSequence.cameras', { cameras: found.cameras.join(', ') })}</div>}
      {doubts.map(({ code, count, step, text }) => (
        <div key={code}>{t('newSequence.reasonCount', { text: asSentence(text), formatted: formatCount(count) })}{step && `. ${step}`}</div>
      ))}
    </Note>
  );
}
