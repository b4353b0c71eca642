import { Button, CopyButton, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatBytes, formatCount } from '../format/numbers';
import { Fold } from '../shared/Fold';
import { Note } from '../shared/Note';
import { useReasonWords } from '../texts/useReasonWords';
import type { RunProgress } from './runProgress';

const shown = 200;

/** Originals that may be deleted, as a list to copy: the program deletes nothing. */
export function SafeToDelete({ progress: { safe, keep } }: { progress: RunProgress }) {
  const { t } = useTranslation();
  const wordsFor = useReasonWords();
  if (safe.length + keep.length === 0) return null;
  const bytes = formatBytes(safe.reduce((sum, { size }) => sum + size, 0));
  return (
    <>
      {safe.length > 0 && (
        <Note tone="good" title={t('lifeLines.safe', { count: safe.length, formatted: formatCount(safe.length), bytes })}>
          <CopyButton value={safe.map(({ path }) => path).join('\n')}>
            {({ copied, copy }) => <Button variant="default" size="xs" my="xs" onClick={copy}>{copied ? t('app.copied') : t('app.copy')}</Button>}
          </CopyButton>
          <PathFold paths={safe.map(({ path }) => path)} />
        </Note>
      )}
      {keep.length > 0 && (
        <Note tone="still" title={t('lifeLines.keep', { count: keep.length, formatted: formatCount(keep.length) })}>
          <PathFold paths={keep.map(({ path, reason }) => `${path} ${wordsFor(reason).text}. ${wordsFor(reason).step ?? ''}`)} />
        </Note>
      )}
    </>
  );
}

function PathFold({ paths }: { paths: string[] }) {
  const { t } = useTranslation();
  const more = paths.length - shown;
  return (
    <Fold title={t('sequence.path')}>
      {paths.slice(0, shown).map((path) => <Text key={path} size="sm" className="word">{path}</Text>)}
      {more > 0 && <Text size="sm" c="dimmed">{t('newSequence.and', { formatted: formatCount(more) })}</Text>}
    </Fold>
  );
}
