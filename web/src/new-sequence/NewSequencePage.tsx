import { Stack, Stepper, Title, VisuallyHidden } from '@mantine/core';
import { useEffect, useReducer, useRef } from 'react';
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
      <StepHeading at={progress.at} />
      {progress.at === 'choose' && <ChooseStep chosen={progress.paths} isBusy={inspect.isPending} onLook={look} />}
      {progress.at === 'found' && <FoundStep run={progress.inspectRun} onBack={() => go({ to: 'back' })} onNext={(found) => go({ to: 'describe', found })} />}
      {progress.at === 'describe' && (
        <DescribeStep
          found={progress.found} draft={progress.draft} isBusy={bring.isPending}
          onDraft={(draft) => go({ to: 'draft', draft })} onBack={() => go({ to: 'back' })} onImport={importNow}
        />
      )}
      {progress.at === 'done' && <DoneStep run={progress.importRun} onBack={() => go({ to: 'back' })} onAnother={() => go({ to: 'begin' })} />}
      <ProblemNote problem={inspect.error ?? bring.error} />
    </Stack>
  );
}

const steps = ['choose', 'found', 'describe', 'done'] as const;

const titles = { choose: 'newSequence.stepChoose', found: 'newSequence.stepFound', describe: 'newSequence.stepDescribe', done: 'newSequence.stepDone' } as const;

/** The row of steps tells the eye where it is; this tells screen readers, and takes the focus that went with the last step. */
function StepHeading({ at }: { at: Progress['at'] }) {
  const { t } = useTranslation();
  const heading = useRef<HTMLHeadingElement>(null);
  const last = useRef(at);
  useEffect(() => {
    if (last.current === at) return;
    last.current = at;
    heading.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, [at]);
  return <VisuallyHidden component="h2" ref={heading} tabIndex={-1}>{t(titles[at])}</VisuallyHidden>;
}

function Steps({ progress }: { progress: Progress }) {
  const { t } = useTranslation();
  return (
    <Stepper active={steps.indexOf(progress.at)} size="sm" className="steps" wrap={false} allowNextStepsSelect={false} aria-label={t('newSequence.title')}>
      {steps.map((step) => <Stepper.Step key={step} label={t(titles[step])} />)}
    </Stepper>
  );
}
