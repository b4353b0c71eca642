import { Text } from '@mantine/core';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { useDestinationTitle } from '../api/program';
import { formatCount } from '../format/numbers';
import { BytesTable } from './BytesTable';
import type { RunProgress } from './runProgress';

/** What went to each destination so far. Of a dry run that is over, bytes would say too much. */
export function SentRows({ progress: { bytes, sent }, isLive }: { progress: RunProgress; isLive: boolean }) {
  const { t } = useTranslation();
  const titleOf = useDestinationTitle();
  const isOver = (there: string) => sent.some(({ destination }) => destination === there);
  const isDry = (there: string) => sent.some(({ destination, dryRun }) => destination === there && dryRun > 0);
  return (
    <>
      {bytes.filter(({ destination, photos }) => photos > 0 && !isDry(destination)).map((each) => (
        <BytesTable key={each.destination} bytes={each} isLive={isLive && !isOver(each.destination)} />
      ))}
      {sent.map(({ alreadySent, destination, dryRun }) => (
        <Fragment key={destination}>
          {dryRun > 0 && <Text size="sm">{t('send.dryCount', { count: dryRun, formatted: formatCount(dryRun), destination: titleOf(destination) })}</Text>}
          {alreadySent > 0 && <Text size="sm">{t('run.before', { count: alreadySent, formatted: formatCount(alreadySent), destination: titleOf(destination) })}</Text>}
        </Fragment>
      ))}
    </>
  );
}
