import { SimpleGrid, Stack } from '@mantine/core';
import { useRuns } from '../api/runs';
import { RunPanel } from '../runs/RunPanel';
import { SafeToDelete } from '../runs/SafeToDelete';
import { useShownSequence } from '../sequence/SequenceLayout';
import { EntryRows } from '../shared/EntryRows';
import { ExportCard } from './ExportCard';
import { ExportedNote } from './ExportedNote';
import { FailedNotes } from './FailedNotes';
import { LifeLineTable } from './LifeLineTable';
import { RecordsCard } from './RecordsCard';
import { SyncCard } from './SyncCard';
import { VerifiedNote } from './VerifiedNote';
import { VerifyCard } from './VerifyCard';

/** Where each photo is, and what proves it. */
export function LifeLinesPage() {
  const sequence = useShownSequence();
  const { data: runs = [] } = useRuns();
  const run = runs.find(({ kind, sequence: of }) => of === sequence.id && (kind === 'verify' || kind === 'sync' || kind === 'export'));
  return (
    <Stack gap="md">
      <FailedNotes sequence={sequence} />
      <LifeLineTable sequence={sequence.id} />
      {run && <RunPanel key={run.id} run={run}>{(progress) => (
        <>
          <EntryRows entries={progress.entries} />
          <VerifiedNote end={progress.end} />
          <SafeToDelete progress={progress} />
          <ExportedNote summary={progress.end?.summary} />
        </>
      )}</RunPanel>}
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
        <VerifyCard sequence={sequence.id} />
        <ExportCard sequence={sequence} />
        <SyncCard sequence={sequence.id} />
        <RecordsCard sequence={sequence} />
      </SimpleGrid>
    </Stack>
  );
}
