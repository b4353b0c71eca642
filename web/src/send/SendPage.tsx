import { Stack, Text } from '@mantine/core';
import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { useDestinations, useDestinationTitle } from '../api/program';
import { isActive, useRuns, useSend } from '../api/runs';
import { useParts, usePlan } from '../api/sequences';
import { PlanParts } from '../plan/PlanParts';
import { Answered } from '../shared/Answered';
import { ProblemNote } from '../shared/ProblemNote';
import { Section } from '../shared/Section';
import { useShownSequence } from '../sequence/SequenceLayout';
import { DestinationChoice } from './DestinationChoice';
import { PartsThere } from './PartsThere';
import { SendOptions, type HowToSend } from './SendOptions';
import { SendRun } from './SendRun';
import { wishOf } from './wishOf';

const asUsual: HowToSend = { dryRun: false, follow: true, resend: false, publishAgain: false };

/** Where to, what, how; then how it goes. */
export function SendPage() {
  const { t } = useTranslation();
  const sequence = useShownSequence();
  const destinations = useDestinations(sequence.id);
  const [chosen, setChosen] = useState<string[]>([]);
  const [how, setHow] = useState(asUsual);
  const startButton = useRef<HTMLButtonElement>(null);
  const send = useSend(sequence.id);
  const { data: runs = [] } = useRuns();
  const run = runs.find((one) => one.sequence === sequence.id && (one.kind === 'send' || one.kind === 'follow'));
  const isBusy = run !== undefined && isActive(run);
  const there = useParts(sequence.id, isBusy);
  const parts = there.data ?? [];
  const hasUnclear = parts.some(({ state }) => state === 'publishing');
  // What is on its way stands among the parts there, and no longer in the plan.
  const start = () => send.mutate(wishOf(how, usable), {
    onSuccess: () => {
      setChosen([]);
      setHow(asUsual);
      window.scrollTo({ top: 0 });
    },
  });
  const sendReally = (there: string[]) => {
    flushSync(() => {
      setChosen(there);
      setHow({ ...how, dryRun: false });
    });
    startButton.current?.focus();
  };
  const wished = (destinations.data ?? []).filter(({ name }) => chosen.includes(name));
  const accounts = [...new Set(wished.flatMap((destination) => destination.accounts))];
  const usable = wished.filter(({ ready }) => ready).map(({ name }) => name);

  return (
    <Stack gap="md">
      {run && <SendRun key={run.id} run={run} onAgain={send.mutate} />}
      <ProblemNote problem={there.error} />
      {parts.length > 0 && <PartsThere sequence={sequence.id} parts={parts} run={run} onChoose={sendReally} />}
      <Section title={t('send.where')}>
        <Answered query={destinations}>{(cards) => <DestinationChoice destinations={cards} chosen={usable} onChange={setChosen} />}</Answered>
      </Section>
      <Section title={t('send.what')}>
        {usable.length === 0 ? <Text size="sm" c="dimmed">{t('send.chooseFirst')}</Text> : usable.map((name) => <PlanFor key={name} sequence={sequence.id} destination={name} hasTitle={usable.length > 1} isAbove={!how.resend && parts.some((part) => part.destination === name)} />)}
      </Section>
      <SendOptions how={how} accounts={accounts} hasOrganizations={wished.some((destination) => destination.hasOrganizations)} hasUnclear={hasUnclear} isPossible={usable.length > 0 && !isBusy && !sequence.needsTimeZone} isBusy={send.isPending} onChange={setHow} onStart={start} startRef={startButton} />
      <ProblemNote problem={send.error} />
    </Stack>
  );
}

interface PlanForProps {
  sequence: number;
  destination: string;
  hasTitle: boolean;
  /** Its parts that are there stand above. */
  isAbove: boolean;
}

function PlanFor({ sequence, destination, hasTitle, isAbove }: PlanForProps) {
  const query = usePlan(sequence, destination);
  const titleOf = useDestinationTitle();
  return (
    <div>
      {hasTitle && <Text fw={600} mb="xs">{titleOf(destination)}</Text>}
      <Answered query={query}>{(plan) => <PlanParts plan={plan} hidesSent={isAbove} />}</Answered>
    </div>
  );
}
