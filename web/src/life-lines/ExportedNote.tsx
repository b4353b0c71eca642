import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatCount } from '../format/numbers';
import { Note } from '../shared/Note';
import { readExported } from './exported';

/** Where an export lies and what is in it; nothing for a run of another kind. */
export function ExportedNote({ summary }: { summary: unknown }) {
  const { t } = useTranslation();
  const exported = readExported(summary);
  if (!exported) return null;
  const { alreadyThere, failed, folder, leftOut, leftovers, waiting, written } = exported;
  const counts = { written: formatCount(written), there: formatCount(alreadyThere), leftOut: formatCount(leftOut), failed: formatCount(failed + waiting) };
  return (
    <>
      <Note tone={failed + waiting > 0 ? 'warn' : 'good'} title={t('lifeLines.exported', counts)}>{folder}</Note>
      {leftovers.length > 0 && (
        <Note tone="warn" title={t('lifeLines.leftovers')}>{leftovers.map((path) => <Text key={path} size="sm" className="word">{path}</Text>)}</Note>
      )}
    </>
  );
}
