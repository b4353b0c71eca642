import { Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useDestinationTitle } from '../api/program';
import type { EntryView } from '../api/types';
import { formatInstant } from '../format/dates';
import { formatCount } from '../format/numbers';
import { EntryStateBadge } from './StateBadge';

/** What Map the Paths Web knows of each published part. */
export function EntryRows({ entries }: { entries: EntryView[] }) {
  if (entries.length === 0) return null;
  return (
    <Stack component="ul" gap="sm" m={0} p={0} style={{ listStyle: 'none' }}>
      {entries.map((entry) => <EntryRow key={`${entry.server} ${entry.destination} ${entry.part} ${entry.sequenceKey}`} entry={entry} />)}
    </Stack>
  );
}

function EntryRow({ entry }: { entry: EntryView }) {
  const { t } = useTranslation();
  const titleOf = useDestinationTitle();
  const facts = [entry.entryId && t('entry.id', { id: entry.entryId }), entry.sequenceKey && t('entry.key', { key: entry.sequenceKey }), entry.at && formatInstant(entry.at)];
  return (
    <li>
      <Group gap="2px 8px">
        <Text span size="sm" fw={550}>{titleOf(entry.destination)} · {t('plan.part', { number: formatCount(entry.part) })}</Text>
        <EntryStateBadge state={entry.state} />
      </Group>
      <Text size="sm" c="dimmed" className="word">{facts.filter(Boolean).join(' · ')}</Text>
      {entry.error && <Text size="sm" c="var(--bad)" className="word">{entry.error}</Text>}
      {entry.nextStep && <Text size="sm" c="dimmed">{entry.nextStep}</Text>}
    </li>
  );
}
