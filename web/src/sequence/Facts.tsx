import { Code, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFacts } from '../api/sequences';
import type { PhotoColumns } from '../api/types';
import { asSentence } from '../format/sentence';
import { formatBytes } from '../format/numbers';
import { Answered } from '../shared/Answered';
import { Note } from '../shared/Note';
import { Section } from '../shared/Section';

/** All that is known of the photo shown, with where it was read. */
export function Facts({ photos, chosen }: { photos: PhotoColumns; chosen: number }) {
  const { t } = useTranslation();
  const id = photos.ids[chosen] || undefined;
  const query = useFacts(id);
  const reason = photos.reasons[chosen];
  return (
    <Section title={t('sequence.facts')}>
      {reason && <Note tone="warn" title={`${t('state.left_out')}: ${photos.reasonTexts[reason] ?? reason}`}>{photos.nextSteps[reason]}</Note>}
      {id && <Answered query={query}>
        {(facts) => (
          <>
            {facts.warnings.map((warning) => <Note key={warning.code} tone="warn" title={asSentence(warning.text)}>{warning.nextStep}</Note>)}
            <dl className="facts">
              {facts.facts.map((fact) => (
                <FactRow key={fact.name} name={fact.name} value={fact.value} source={fact.source ?? undefined} />
              ))}
            </dl>
            <Group gap="xs"><Code className="word">{facts.path}</Code><Text size="sm" c="dimmed">{formatBytes(facts.size)}</Text></Group>
          </>
        )}
      </Answered>}
    </Section>
  );
}

/** The program's words for facts. */
const known = ['position', 'altitude', 'taken_at', 'camera_clock', 'heading', 'projection', 'size', 'make', 'model', 'camera_id'] as const;

function FactRow({ name, value, source }: { name: string; value: string; source?: string }) {
  const { t } = useTranslation();
  const word = known.find((one) => one === name);
  return (
    <>
      <dt>{word ? t(`sequence.fact.${word}`) : name}</dt>
      <dd>{value}{source && <Text span size="sm" c="dimmed"> ({source})</Text>}</dd>
    </>
  );
}
