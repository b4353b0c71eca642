import { Stack, Stepper, Title } from '@mantine/core';
import { useReducer } from 'react';
import { useTranslation } from 'react-i18next';
import { useImport, useInspect } from '../api/runs';
import type { ImportWish } from '../api/types';
import { ProblemNote } from '../shared/ProblemNote';
import { useTitle } from '../shared/useTitle';
import { begin, step, type Progress } from './assistant';
import { ChooseStep } from './ChooseStep';
import { DescribeStep } from './DescribeStep';
import { DoneStep } from './DoneStep';
import { FoundStep } from './FoundStep';
import './new-sequence.css';

/** Choose, see what was found, describe, import. */
export function NewSequencePage() {
  const { t } = useTranslation();
  useTitle(t('newSequence.title'));
  const [progress, go] = useReducer(step, begin);
  const inspect = useInspect();
  const bring = useImport();

  const look = (paths: string[]) => inspect.mutate(paths, { onSuccess: ({ run }) => go({ to: 'found', paths, run }) });
  const importNow = (wish: Omit<ImportWish, 'paths'>) =>
    bring.mutate({ ...wish, paths: progress.paths }, { onSuccess: ({ run }) => go({ to: 'done', run }) });

  return (
    <Stack gap="lg" maw={980} mx="auto">
      <Title order={1}>{t('newSequence.title')}</Title>
      <Steps progress={progress} />
      <ProblemNote problem={inspect.error ?? bring.error} />
      {progress.at === 'choose' && <ChooseStep chosen={progress.paths} isBusy={inspect.isPending} onLook={look} />}
      {progress.at === 'found' && <FoundStep run={progress.inspectRun} onBack={() => go({ to: 'back' })} onNext={(found) => go({ to: 'describe', found })} />}
      {progress.at === 'describe' && (
        <DescribeStep
          found={progress.found} draft={progress.draft} isBusy={bring.isPending}
          onDraft={(draft) => go({ to: 'draft', draft })} onBack={() => go({ to: 'back' })} onImport={importNow}
        />
      )}
      {progress.at === 'done' && <DoneStep run={progress.importRun} onBack={() => go({ to: 'back' })} onAnother={() => go({ to: 'begin' })} />}
    </Stack>
  );
}

function Steps({ progress }: { progress: Progress }) {
  const { t } = useTranslation();
  const active = ['choose', 'found', 'describe', 'done'].indexOf(progress.at);
  return (
    <Stepper active={active} size="sm" className="steps" wrap={false} allowNextStepsSelect={false} aria-label={t('newSequence.title')}>
      <Stepper.Step label={t('newSequence.stepChoose')} />
      <Stepper.Step label={t('newSequence.stepFound')} />
      <Stepper.Step label={t('newSequence.stepDescribe')} />
      <Stepper.Step label={t('newSequence.stepDone')} />
    </Stepper>
  );
}
