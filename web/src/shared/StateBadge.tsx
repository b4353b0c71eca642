import {
  IconAlertTriangle, IconCircleCheck, IconCircleDashed, IconCircleMinus, IconClock, IconCloudUp, IconDeviceDesktop, IconFlask, IconPlayerPause,
  IconProgress, IconSend, IconSearch, type Icon,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { EntryView, PartState, RunView, RunState, State } from '../api/types';
import { useRunWord } from '../runs/useRunWord';
import { Badge, type Tone } from './Badge';

type Look = { tone: Tone; icon: Icon };

const states: Record<State | 'here', Look> = {
  here: { tone: 'still', icon: IconDeviceDesktop },
  waiting: { tone: 'still', icon: IconClock },
  sent: { tone: 'busy', icon: IconCloudUp },
  published: { tone: 'busy', icon: IconSend },
  visible: { tone: 'good', icon: IconCircleCheck },
  missing: { tone: 'warn', icon: IconSearch },
  left_out: { tone: 'still', icon: IconCircleMinus },
  failed: { tone: 'bad', icon: IconAlertTriangle },
  dry_run: { tone: 'still', icon: IconFlask },
};

const partStates: Record<PartState, Look> = {
  draft: { tone: 'still', icon: IconCircleDashed },
  uploading: { tone: 'busy', icon: IconCloudUp },
  uploaded: { tone: 'busy', icon: IconCloudUp },
  publishing: { tone: 'busy', icon: IconSend },
  processing: { tone: 'busy', icon: IconProgress },
  live: { tone: 'good', icon: IconCircleCheck },
  failed: { tone: 'bad', icon: IconAlertTriangle },
  dry_run: { tone: 'still', icon: IconFlask },
};

const runStates: Record<RunState, Look> = {
  running: { tone: 'busy', icon: IconProgress },
  pausing: { tone: 'busy', icon: IconPlayerPause },
  done: { tone: 'good', icon: IconCircleCheck },
  failed: { tone: 'bad', icon: IconAlertTriangle },
  paused: { tone: 'warn', icon: IconPlayerPause },
  cancelled: { tone: 'still', icon: IconCircleMinus },
};

const entryStates: Record<EntryView['state'], Look> = {
  waiting: { tone: 'still', icon: IconClock },
  unclear: { tone: 'warn', icon: IconSearch },
  failed: { tone: 'bad', icon: IconAlertTriangle },
  synced: { tone: 'good', icon: IconCircleCheck },
};

export function StateBadge({ state }: { state: State | 'here' }) {
  const { t } = useTranslation();
  return <Badge {...states[state]}>{t(`state.${state}`)}</Badge>;
}

interface PartStateBadgeProps {
  state: PartState;
  /** Work goes on that brings it further. */
  isMoving: boolean;
}

export function PartStateBadge({ state, isMoving }: PartStateBadgeProps) {
  const { t } = useTranslation();
  const { icon, tone } = partStates[state];
  const isStill = !isMoving && (state === 'uploading' || state === 'publishing');
  return <Badge icon={icon} tone={isStill ? 'warn' : tone}>{isStill ? t(`partState.still.${state}`) : t(`partState.${state}`)}</Badge>;
}

export function RunStateBadge({ kind, state }: Pick<RunView, 'kind' | 'state'>) {
  const wordFor = useRunWord();
  return <Badge {...runStates[state]}>{wordFor(kind, state)}</Badge>;
}

export function EntryStateBadge({ state }: { state: EntryView['state'] }) {
  const { t } = useTranslation();
  return <Badge {...entryStates[state]}>{t(`entryState.${state}`)}</Badge>;
}
