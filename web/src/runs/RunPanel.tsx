import { Button, Card, Group, Progress, Stack, Text, Title } from '@mantine/core';
import { IconPlayerPause, IconX } from '@tabler/icons-react';
import { useEffect, useId, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isActive, isFollowing, useCancel, usePause } from '../api/runs';
import { isOnlyLookedFor } from '../api/sequences';
import type { RunView } from '../api/types';
import { formatCount, formatPercent } from '../format/numbers';
import { Note } from '../shared/Note';
import { RunStateBadge } from '../shared/StateBadge';
import { Announcement } from './Announcement';
import { DifferenceList } from './DifferenceList';
import { FailureList } from './FailureList';
import { PartProgress } from './PartProgress';
import { RetryList } from './RetryList';
import { RetryNow } from './RetryNow';
import { notesBesideEnd, shareOf, type RunProgress } from './runProgress';
import { SentRows } from './SentRows';
import { useRunProgress } from './useRunProgress';

interface RunPanelProps {
  run: RunView;
  /** What can be done when it has ended. */
  children?: (progress: RunProgress) => ReactNode;
  onEnd?: (progress: RunProgress) => void;
  /** The parts stand elsewhere on the page. */
  hidesParts?: boolean;
}

/** One run, live: how far it is, what it waits for, what failed. */
export function RunPanel({ run, children, onEnd, hidesParts = false }: RunPanelProps) {
  const { t } = useTranslation();
  const title = useId();
  const { progress, isLost } = useRunProgress(run.id);
  useOnEnd(progress, onEnd);
  const state = progress.end?.state ?? run.state;
  const isLive = isActive({ ...run, state });
  const notes = notesBesideEnd(progress);

  return (
    <Card component="section" aria-labelledby={title}>
      <Stack gap="md">
        <Group justify="space-between" gap="sm">
          <Group gap="sm">
            <Title order={2} id={title}>{run.sending?.dryRun ? t('send.dryRun') : t(`runKind.${run.kind}`)}</Title>
            <RunStateBadge kind={run.kind} state={state} />
          </Group>
          {isLive && <RunButtons run={run} />}
        </Group>
        {isLive && <RunBar run={run} progress={progress} title={title} />}
        {isLost && isLive && <Note tone="warn">{t('run.lost')}</Note>}
        {isLive && <RetryNow retry={progress.retries.at(-1)} />}
        <SentRows progress={progress} isLive={isLive} />
        {!hidesParts && <PartProgress parts={progress.parts} isMoving={isLive} isFollowed={isFollowing({ ...run, state })} />}
        {progress.end?.message && <Note tone={toneOf(progress.end)}>{progress.end.message}</Note>}
        <FailureList failures={progress.failures.values()} />
        <DifferenceList differences={progress.differences.values()} />
        <RetryList retries={progress.retries} count={progress.retryCount} />
        {notes.length > 0 && (
          <Stack gap={4}>
            {notes.map(({ message }, index) => <Text key={index} size="sm" c="dimmed" className="word">{message}</Text>)}
          </Stack>
        )}
        {children?.(progress)}
      </Stack>
      <Announcement kind={run.kind} share={shareOf(progress)} state={state} />
    </Card>
  );
}

function toneOf({ state, exitCode }: NonNullable<RunProgress['end']>) {
  if (state === 'done') return exitCode === 0 ? 'good' : 'warn';
  return state === 'failed' ? 'bad' : 'still';
}

function RunButtons({ run }: { run: RunView }) {
  const { t } = useTranslation();
  const pause = usePause(run.id);
  const cancel = useCancel(run.id);
  return (
    <Group gap="xs">
      {run.kind === 'send' && (
        <Button
          variant="default" size="xs" leftSection={<IconPlayerPause size={16} aria-hidden />} loading={pause.isPending} disabled={run.state === 'pausing'}
          onClick={() => pause.mutate()}
        >
          {t('run.pause')}
        </Button>
      )}
      <Button variant="default" size="xs" leftSection={<IconX size={16} aria-hidden />} loading={cancel.isPending} onClick={() => cancel.mutate()}>
        {t('run.cancel')}
      </Button>
    </Group>
  );
}

/** All that is left is that the destination shows the images. */
const isLooking = (run: RunView, { parts }: RunProgress): boolean =>
  isFollowing(run) && (run.kind === 'follow' || (parts.length > 0 && parts.every(isOnlyLookedFor)));

function RunBar({ run, progress, title }: { run: RunView; progress: RunProgress; title: string }) {
  const { t } = useTranslation();
  const share = shareOf(progress);
  return (
    <Stack gap={6}>
      <Progress.Root size="lg">
        <Progress.Section value={(share ?? 1) * 100} striped={share === undefined} animated={share === undefined} aria-labelledby={title} />
      </Progress.Root>
      <Group justify="space-between" gap="xs">
        <Text size="sm" className="tabular">
          {progress.files && progress.bytes.length === 0
            ? t('run.files', { read: formatCount(progress.files.read), of: formatCount(progress.files.of) })
            : (isLooking(run, progress) ? t('run.looking') : share === undefined && t('run.starting'))}
        </Text>
        {share !== undefined && <Text size="sm" fw={600} className="tabular">{formatPercent(share)}</Text>}
      </Group>
    </Stack>
  );
}

function useOnEnd(progress: RunProgress, onEnd: RunPanelProps['onEnd']): void {
  const told = useRef(false);
  useEffect(() => {
    if (!progress.end) {
      told.current = false;
    } else if (!told.current) {
      told.current = true;
      onEnd?.(progress);
    }
  }, [progress, onEnd]);
}
