import { Code, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFacts } from '../api/sequences';
import type { Fact, PhotoColumns, PhotoFacts } from '../api/types';
import { formatInstantExactly } from '../format/dates';
import { asSentence } from '../format/sentence';
import { formatBytes } from '../format/numbers';
import { Answered } from '../shared/Answered';
import { Note } from '../shared/Note';
import { Section } from '../shared/Section';
import { useReasonWords } from '../texts/useReasonWords';
import { editable, sentFacts } from './sentFacts';

interface FactsProps {
  photos: PhotoColumns;
  chosen: number;
  /** Times have no zone. */
  isClock: boolean;
}

/** All that is known of the photo shown, as it would be sent, with where it was read. */
export function Facts({ photos, chosen, isClock }: FactsProps) {
  const { t } = useTranslation();
  const id = photos.ids[chosen] || undefined;
  const query = useFacts(id);
  const wordsFor = useReasonWords();
  const sent = sentFacts(photos, chosen, isClock);
  const code = photos.reasons[chosen];
  const reason = code ? wordsFor(code, photos.reasonTexts[code]) : undefined;
  return (
    <Section title={t('sequence.facts')} text={code ? t('sequence.factsOfFile') : t('sequence.factsSent')}>
      {reason && <Note tone="warn" title={`${t('state.left_out')}: ${reason.text}`}>{reason.step}</Note>}
      {photos.warnings[chosen]?.map((doubt) => {
        const { text, step } = wordsFor(doubt, photos.reasonTexts[doubt]);
        return <Note key={doubt} tone={step ? 'warn' : 'still'} title={asSentence(text)}>{step}</Note>;
      })}
      {id && <Answered query={query}>
        {(facts) => (
          <>
            <dl className="facts">
              {editable.filter((name) => sent[name] !== undefined || factOf(facts, name)).map((name) => (
                <FactRow key={name} name={name} fact={factOf(facts, name)} sent={sent[name]} />
              ))}
              {facts.facts.filter(({ name }) => !editable.some((other) => other === name)).map((fact) => <FactRow key={fact.name} name={fact.name} fact={fact} />)}
            </dl>
            <Group gap="xs"><Code className="word">{facts.path}</Code><Text size="sm" c="dimmed">{formatBytes(facts.size)}</Text></Group>
          </>
        )}
      </Answered>}
    </Section>
  );
}

const factOf = ({ facts }: PhotoFacts, name: string): Fact | undefined => facts.find((fact) => fact.name === name);

/** Times are written as in the list; the camera's clock without a zone, as it stood. */
function written(name: string, value: string): string {
  if (name === 'camera_clock') return formatInstantExactly(`${value}Z`, true);
  return name === 'taken_at' ? formatInstantExactly(value) : value;
}

interface FactRowProps {
  name: string;
  /** As the file has it; undefined when it does not. */
  fact?: Fact;
  /** As it would be sent, where an edit or a rule can change it. */
  sent?: string;
}

function FactRow({ name, fact, sent }: FactRowProps) {
  const { t } = useTranslation();
  const names: Record<string, string> = t('sequence.fact', { returnObjects: true });
  const references: Record<string, string> = t('sequence.reference', { returnObjects: true });
  const inFile = fact && [written(name, fact.value), fact.reference && references[fact.reference], fact.source && `(${fact.source})`].filter(Boolean).join(' ');
  const isChanged = sent !== undefined && (!fact || written(name, sent) !== written(name, fact.value));
  return (
    <>
      <dt>{names[name] ?? name}</dt>
      <dd>
        {isChanged ? written(name, sent) : inFile}
        {isChanged && <Text size="sm" c="dimmed">{t('sequence.inFile', { value: inFile ?? t('app.none') })}</Text>}
      </dd>
    </>
  );
}
