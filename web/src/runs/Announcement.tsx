import { VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { RunState } from '../api/types';
import { formatPercent } from '../format/numbers';

interface AnnouncementProps {
  kind: string;
  share: number | undefined;
  state: RunState;
}

/** Tells screen readers each tenth of the way and the end, no more. */
export function Announcement({ kind, share, state }: AnnouncementProps) {
  const { t } = useTranslation();
  const percent = share === undefined ? undefined : formatPercent(Math.floor(share * 10) / 10);
  const isLive = state === 'running' && percent !== undefined;
  return <VisuallyHidden role="status">{isLive ? t('run.announce', { kind, percent }) : `${kind}: ${t(`runState.${state}`)}`}</VisuallyHidden>;
}
