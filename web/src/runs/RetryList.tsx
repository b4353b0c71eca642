import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatCount, formatDuration } from '../format/numbers';
import { Fold } from '../shared/Fold';
import type { Retry } from './runProgress';

interface RetryListProps {
  retries: Retry[];
  count: number;
}

export function RetryList({ retries, count }: RetryListProps) {
  const { t } = useTranslation();
  if (count === 0) return null;
  return (
    <Fold title={t('run.retries', { count, formatted: formatCount(count) })}>
      {retries.toReversed().map((retry, index) => (
        <Text key={index} size="sm" c="dimmed" className="word">
          {retry.photo && <Text span size="sm" fw={600}>{retry.photo}: </Text>}
          {retry.why} ({formatDuration(retry.seconds)})
        </Text>
      ))}
    </Fold>
  );
}
