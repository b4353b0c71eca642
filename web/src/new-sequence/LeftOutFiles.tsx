import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { asSentence } from '../format/sentence';
import { formatCount } from '../format/numbers';
import { Fold } from '../shared/Fold';
import { useReasonWords } from '../texts/useReasonWords';
import { byReason } from './found';

const shown = 50;

interface LeftOutFilesProps {
  leftOut: { path: string; reason: string }[];
  /** Words for reason codes; codes stand for themselves until they are known. */
  texts: Record<string, string>;
}

/** Files that would be left out, by their reason. */
export function LeftOutFiles({ leftOut, texts }: LeftOutFilesProps) {
  const { t } = useTranslation();
  const wordsFor = useReasonWords();
  return (
    <Stack gap="xs">
      {byReason(leftOut).map(([reason, paths]) => (
        <Fold key={reason} title={t('newSequence.reasonCount', { text: asSentence(wordsFor(reason, texts[reason]).text), formatted: formatCount(paths.length) })}>
          <Text size="sm">{wordsFor(reason).step}</Text>
          {paths.slice(0, shown).map((path) => <Text key={path} size="sm" c="dimmed" className="word">{path}</Text>)}
          {paths.length > shown && <Text size="sm" c="dimmed">{t('newSequence.and', { formatted: formatCount(paths.length - shown) })}</Text>}
        </Fold>
      ))}
    </Stack>
  );
}
