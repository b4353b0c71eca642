import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDuration } from '../format/numbers';
import { Note } from '../shared/Note';
import type { Retry } from './runProgress';

/** The latest retry, for as long as it waits. */
export function RetryNow({ retry }: { retry: Retry | undefined }) {
  const { t } = useTranslation();
  const [over, setOver] = useState<Retry>();
  useEffect(() => {
    if (!retry) return;
    const timer = window.setTimeout(() => setOver(retry), retry.seconds * 1_000);
    return () => window.clearTimeout(timer);
  }, [retry]);

  if (!retry || retry === over) return null;
  const seconds = formatDuration(retry.seconds);
  return <Note tone="warn" title={retry.photo ? t('run.waitingFor', { seconds, photo: retry.photo }) : t('run.waiting', { seconds })}>{retry.why}</Note>;
}
