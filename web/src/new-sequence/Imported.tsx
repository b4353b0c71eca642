import { Anchor, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { usePhotos, useProposals } from '../api/sequences';
import type { PhotoColumns } from '../api/types';
import { asSentence } from '../format/sentence';
import { formatCount } from '../format/numbers';
import { Answered } from '../shared/Answered';
import { Note } from '../shared/Note';
import { Section } from '../shared/Section';
import { ThumbnailStrip } from '../shared/ThumbnailStrip';
import { usePhotoCount } from '../shared/usePhotoCount';
import { useReasonWords } from '../texts/useReasonWords';
import { leftOutGroups } from '../sequence/leftOutGroups';

const shown = 12;

/** What is in the new sequence, and what was left out, with pictures. */
export function Imported({ sequence }: { sequence: number }) {
  const query = usePhotos(sequence);
  return (
    <>
      <Proposed sequence={sequence} />
      <Answered query={query}>{(photos) => <Result photos={photos} />}</Answered>
    </>
  );
}

/** Says that something looks wrong with the clock or the compass; the proposals wait under Edits. */
function Proposed({ sequence }: { sequence: number }) {
  const { t } = useTranslation();
  const proposals = useProposals(sequence);
  if (proposals.length === 0) return null;
  return (
    <Note tone="warn" title={t('newSequence.proposed')}>
      {proposals.map(({ text }) => <div key={text}>{text}</div>)}
      <Anchor component={Link} to={`/sequences/${sequence}`} size="sm">{t('newSequence.open')}</Anchor>
    </Note>
  );
}

function Result({ photos }: { photos: PhotoColumns }) {
  const { t } = useTranslation();
  const wordsFor = useReasonWords();
  const countOf = usePhotoCount();
  const kept = photos.ids.flatMap((_, index) => ((photos.runs[index] ?? -1) >= 0 ? [index] : []));
  const first = kept.slice(0, shown).map((index) => ({ id: photos.ids[index] ?? 0, name: photos.names[index] ?? '' }));
  return (
    <Section title={t('newSequence.done', { photos: countOf(kept.length, photos.ids.length - kept.length) })} text={t('newSequence.doneText')}>
      <ThumbnailStrip photos={first} more={kept.length - shown} />
      {leftOutGroups(photos).map(({ code, text: programs, photos: group }) => {
        const { text, step } = wordsFor(code, programs);
        return (
          <Stack key={code} gap={4}>
            <Text size="sm" fw={600}>{t('newSequence.reasonCount', { text: asSentence(text), formatted: formatCount(group.length) })}</Text>
            {step && <Text size="sm" c="dimmed">{step}</Text>}
            <ThumbnailStrip photos={group.slice(0, shown)} more={group.length - shown} />
          </Stack>
        );
      })}
    </Section>
  );
}
