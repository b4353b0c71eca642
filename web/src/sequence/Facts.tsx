import { Code, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFacts } from '../api/sequences';
import type { Fact, PhotoColumns } from '../api/types';
import { formatInstantExactly } from '../format/dates';
import { asSentence } from '../format/sentence';
import { formatBytes } from '../format/numbers';
import { Answered } from '../shared/Answered';
import { Note } from '../shared/Note';
import { Section } from '../shared/Section';
import { useReasonWords } from '../texts/useReasonWords';

/** All that is known of the photo shown, with where it was read. */
export function Facts({ photos, chosen }: { photos: PhotoColumns; chosen: number }) {
  const { t } = useTranslation();
  const id = photos.ids[chosen] || undefined;
  const query = useFacts(id);
  const wordsFor = useReasonWords();
  const code = photos.reasons[chosen];
  const reason = code ? wordsFor(code, photos.reasonTexts[code]) : undefined;
  return (
    <Section title={t('sequence.facts')}>
      {reason && <Note tone="warn" title={`${t('state.left_out')}: ${reason.text}`}>{reason.step}</Note>}
      {id && <Answered query={query}>
        {(facts) => (
          <>
            {facts.warnings.map(({ code: doubt, text: programs }) => {
              const { text, step } = wordsFor(doubt, programs);
              return <Note key={doubt} tone={step ? 'warn' : 'still'} title={asSentence(text)}>{step}</Note>;
            })}
            <dl className="facts">
              {facts.facts.map((fact) => (
                <FactRow key={fact.name} fact={fact} />
              ))}
            </dl>
            <Group gap="xs"><Code className="word">{facts.path}</Code><Text size="sm" c="dimmed">{formatBytes(facts.size)}</Text></Group>
          </>
        )}
      </Answered>}
    </Section>
  );
}

/** Times are written as in the list; the camera's clock without a zone, as it stood. */
const written = ({ name, value }: Fact): string => (name === 'taken_at' || name === 'camera_clock' ? formatInstantExactly(value) : value);

function FactRow({ fact }: { fact: Fact }) {
  const { t } = useTranslation();
  const names: Record<string, string> = t('sequence.fact', { returnObjects: true });
  const references: Record<string, string> = t('sequence.reference', { returnObjects: true });
  return (
    <>
      <dt>{names[fact.name] ?? fact.name}</dt>
      <dd>{written(fact)} {fact.reference && references[fact.reference]}{fact.source && <Text span size="sm" c="dimmed"> ({fact.source})</Text>}</dd>
    </>
  );
}
