import { VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { RunView } from '../api/types';
import { formatPercent } from '../format/numbers';
import { useRunWord } from './useRunWord';

interface AnnouncementProps extends Pick<RunView, 'kind' | 'state'> {
  share: number | undefined;
}

/** Tells screen readers each tenth of the way and the end, no more. */
export function Announcement({ kind, share, state }: AnnouncementProps) {
  const { t } = useTranslation();
  const wordFor = useRunWord();
  const name = t(`runKind.${kind}`);
  const percent = share === undefined ? undefined : formatPercent(Math.floor(share * 10) / 10);
  const isLive = state === 'running' && percent !== undefined;
  return <VisuallyHidden role="status">{isLive ? t('run.announce', { kind: name, percent }) : `${name}: ${wordFor(kind, state)}`}</VisuallyHidden>;
}
