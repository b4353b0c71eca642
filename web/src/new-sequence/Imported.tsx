import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { usePhotos } from '../api/sequences';
import type { PhotoColumns } from '../api/types';
import { asSentence } from '../format/sentence';
import { formatCount } from '../format/numbers';
import { Answered } from '../shared/Answered';
import { Section } from '../shared/Section';
import { ThumbnailStrip } from '../shared/ThumbnailStrip';
import { useReasonWords } from '../texts/useReasonWords';
import { leftOutGroups } from '../sequence/leftOutGroups';

/** What is in the new sequence, and what was left out, with pictures. */
export function Imported({ sequence }: { sequence: number }) {
  const query = usePhotos(sequence);
  return <Answered query={query}>{(photos) => <Result photos={photos} />}</Answered>;
}

function Result({ photos }: { photos: PhotoColumns }) {
  const { t } = useTranslation();
  const wordsFor = useReasonWords();
  const kept = photos.ids.filter((_, index) => (photos.runs[index] ?? -1) >= 0);
  return (
    <Section title={t('newSequence.done', { count: kept.length, formatted: formatCount(kept.length) })} text={t('newSequence.doneText')}>
      <ThumbnailStrip photos={kept.map((id) => ({ id, name: photos.names[photos.ids.indexOf(id)] ?? '' })).slice(0, 12)} more={kept.length - 12} />
      {leftOutGroups(photos).map(({ code, text: programs, photos: group }) => {
        const { text, step } = wordsFor(code, programs);
        return (
          <Stack key={code} gap={4}>
            <Text size="sm" fw={600}>{t('newSequence.reasonCount', { text: asSentence(text), formatted: formatCount(group.length) })}</Text>
            {step && <Text size="sm" c="dimmed">{step}</Text>}
            <ThumbnailStrip photos={group.slice(0, 12)} more={group.length - 12} />
          </Stack>
        );
      })}
    </Section>
  );
}
