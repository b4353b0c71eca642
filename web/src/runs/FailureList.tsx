import { List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatCount } from '../format/numbers';
import { Note } from '../shared/Note';
import { useReasonWords } from '../texts/useReasonWords';
import type { Failure } from './runProgress';

const shown = 8;

export function FailureList({ failures }: { failures: Failure[] }) {
  const { t } = useTranslation();
  const wordsFor = useReasonWords();
  if (failures.length === 0) return null;
  const more = failures.length - shown;
  return (
    <Note tone="bad" title={t('run.failures', { count: failures.length, formatted: formatCount(failures.length) })}>
      <List size="sm" spacing={4} mt={4}>
        {failures.slice(0, shown).map(({ code, message, photo }, index) => {
          const { text, step } = wordsFor(code);
          return (
            <List.Item key={index}>
              <Text span size="sm" fw={600} className="word">{photo}</Text> {text}{message ? `: ${message}` : '.'} {step}
            </List.Item>
          );
        })}
      </List>
      {more > 0 && <Text size="sm" mt={4}>{t('newSequence.and', { formatted: formatCount(more) })}</Text>}
    </Note>
  );
}
