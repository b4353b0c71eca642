import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useDestinationTitle } from '../api/program';
import type { SendProgress } from '../api/types';
import { formatBytes, formatCount, formatDuration, formatSpeed } from '../format/numbers';

interface BytesTableProps {
  bytes: SendProgress;
  isLive: boolean;
}

/** How far sending to one destination is. */
export function BytesTable({ bytes, isLive }: BytesTableProps) {
  const { t } = useTranslation();
  const titleOf = useDestinationTitle();
  const rows: [string, string][] = [
    [t('run.to'), titleOf(bytes.destination)],
    [t('run.photos'), t('run.progress', { sent: formatCount(bytes.photosSent), all: formatCount(bytes.photos) })],
    [t('run.bytes'), t('run.progress', { sent: formatBytes(bytes.bytesSent), all: formatBytes(bytes.bytes) })],
  ];
  if (isLive) {
    rows.push(
      [t('run.speed'), formatSpeed(bytes.bytesPerSecond)],
      [t('run.left'), bytes.secondsLeft == null ? t('app.none') : formatDuration(bytes.secondsLeft)],
      [t('run.parallel'), formatCount(bytes.parallel)],
    );
  }

  return (
    <Group component="dl" gap="xl" m={0} wrap="wrap">
      {rows.map(([name, value]) => (
        <div key={name}>
          <Text component="dt" size="xs" c="dimmed">{name}</Text>
          <Text component="dd" m={0} fw={600} className="tabular">{value}</Text>
        </div>
      ))}
    </Group>
  );
}
