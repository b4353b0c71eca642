import { List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatCount } from '../format/numbers';
import { Note } from '../shared/Note';
import type { Failure } from './runProgress';

const shown = 8;

export function FailureList({ failures }: { failures: Failure[] }) {
  const { t } = useTranslation();
  if (failures.length === 0) return null;
  const more = failures.length - shown;
  return (
    <Note tone="bad" title={t('run.failures', { count: failures.length, formatted: formatCount(failures.length) })}>
      <List size="sm" spacing={4} mt={4}>
        {failures.slice(0, shown).map((failure, index) => (
          <List.Item key={index}>
            <Text span size="sm" fw={600} className="word">{failure.photo}</Text>: {failure.message}
          </List.Item>
        ))}
      </List>
      {more > 0 && <Text size="sm" mt={4}>{t('newSequence.and', { formatted: formatCount(more) })}</Text>}
    </Note>
  );
}
