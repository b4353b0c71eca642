import { List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { nameOf } from '../folders/paths';
import { formatCount } from '../format/numbers';
import { Note } from '../shared/Note';
import { useReasonWords } from '../texts/useReasonWords';

const shown = 8;

interface Trouble {
  path: string;
  code: string;
  /** What follows the reason. */
  detail?: string | null;
}

interface TroublesProps {
  tone: 'bad' | 'warn';
  title: string;
  troubles: Trouble[];
}

/** Photos with which something is wrong at one destination. */
export function Troubles({ tone, title, troubles }: TroublesProps) {
  const { t } = useTranslation();
  const wordsFor = useReasonWords();
  const more = troubles.length - shown;
  return (
    <Note tone={tone} title={title}>
      <List size="sm" spacing={4} mt={4}>
        {troubles.slice(0, shown).map(({ code, detail, path }) => {
          const { text, step } = wordsFor(code);
          return (
            <List.Item key={path}>
              <Text span size="sm" fw={600} className="word" title={path}>{nameOf(path)}</Text> {text}{detail ? `: ${detail}` : '.'} {step}
            </List.Item>
          );
        })}
      </List>
      {more > 0 && <Text size="sm" mt={4}>{t('newSequence.and', { formatted: formatCount(more) })}</Text>}
    </Note>
  );
}
