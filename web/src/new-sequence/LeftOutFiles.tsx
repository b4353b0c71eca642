import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatCount } from '../format/numbers';
import { Fold } from '../shared/Fold';
import { byReason } from './found';

const shown = 50;

/** Files that would be left out, by their reason. */
export function LeftOutFiles({ leftOut }: { leftOut: { path: string; reason: string }[] }) {
  const { t } = useTranslation();
  return (
    <Stack gap="xs">
      {byReason(leftOut).map(([reason, paths]) => (
        <Fold key={reason} title={t('newSequence.reasonCount', { text: reason, formatted: formatCount(paths.length) })}>
          {paths.slice(0, shown).map((path) => <Text key={path} size="sm" c="dimmed" className="word">{path}</Text>)}
          {paths.length > shown && <Text size="sm" c="dimmed">{t('newSequence.and', { formatted: formatCount(paths.length - shown) })}</Text>}
        </Fold>
      ))}
    </Stack>
  );
}
