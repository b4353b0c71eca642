import { Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDestinations, useDestinationTitle } from '../api/program';
import { isActive, useRuns, useSend } from '../api/runs';
import { useParts, usePlan } from '../api/sequences';
import type { SendRequest } from '../api/types';
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
  const send = useSend(sequence.id);
  const { data: runs = [] } = useRuns();
  const run = runs.find((one) => one.sequence === sequence.id && (one.kind === 'send' || one.kind === 'follow'));
  const isBusy = run !== undefined && isActive(run);
  const { data: parts = [] } = useParts(sequence.id, isBusy);
  const hasUnclear = parts.some(({ state }) => state === 'publishing');
  // What is on its way stands among the parts there, and no longer in the plan.
  const start = (wish: SendRequest) => send.mutate(wish, { onSuccess: () => setChosen([]) });
  const there = (destinations.data ?? []).filter(({ name }) => chosen.includes(name));
  const accounts = [...new Set(there.flatMap((destination) => destination.accounts))];
  const usable = there.filter(({ ready }) => ready).map(({ name }) => name);

  return (
    <Stack gap="md">
      {run && <SendRun key={run.id} run={run} onAgain={start} />}
      {parts.length > 0 && <PartsThere sequence={sequence.id} parts={parts} run={run} />}
      <Section title={t('send.where')}>
        <Answered query={destinations}>{(cards) => <DestinationChoice destinations={cards} chosen={usable} onChange={setChosen} />}</Answered>
      </Section>
      <Section title={t('send.what')}>
        {usable.length === 0 ? <Text size="sm" c="dimmed">{t('send.chooseFirst')}</Text> : usable.map((name) => <PlanFor key={name} sequence={sequence.id} destination={name} hasTitle={usable.length > 1} />)}
      </Section>
      <SendOptions how={how} accounts={accounts} hasOrganizations={there.some((destination) => destination.hasOrganizations)} hasUnclear={hasUnclear} isPossible={usable.length > 0 && !isBusy && !sequence.needsTimeZone} isBusy={send.isPending} onChange={setHow} onStart={() => start(wishOf(how, usable))} />
      <ProblemNote problem={send.error} />
    </Stack>
  );
}

function PlanFor({ sequence, destination, hasTitle }: { sequence: number; destination: string; hasTitle: boolean }) {
  const query = usePlan(sequence, destination);
  const titleOf = useDestinationTitle();
  return (
    <div>
      {hasTitle && <Text fw={600} mb="xs">{titleOf(destination)}</Text>}
      <Answered query={query}>{(plan) => <PlanParts plan={plan} hidesSent />}</Answered>
    </div>
  );
}
