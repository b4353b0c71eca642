import { Anchor, Button, Group, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState, type FormEvent } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useNameOwner } from '../api/sequences';
import type { ImportWish } from '../api/types';
import { Section } from '../shared/Section';
import { isTag } from '../shared/tags';
import { TagsField } from '../shared/TagsField';
import { TimeZoneField } from '../shared/TimeZoneField';
import { isTimeZone } from '../shared/timeZones';
import { TransportChooser } from '../shared/TransportChooser';
import type { Draft } from './assistant';
import type { Found } from './found';
import { problemOfName } from './naming';

interface DescribeStepProps {
  found: Found;
  draft: Draft;
  isBusy: boolean;
  onDraft: (draft: Draft) => void;
  onBack: () => void;
  onImport: (wish: Omit<ImportWish, 'paths'>) => void;
}

export function DescribeStep({ found, draft, isBusy, onDraft, onBack, onImport }: DescribeStepProps) {
  const { t } = useTranslation();
  const { name, description, tags, transport } = draft;
  const timeZone = found.needsTimeZone ? draft.timeZone : '';
  const change = (said: Partial<Draft>) => onDraft({ ...draft, ...said });
  const [isTold, setIsTold] = useState(false);
  const nameProblem = problemOfName(name);

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    if (nameProblem || transport === '' || !tags.every(isTag) || (timeZone !== '' && !isTimeZone(timeZone))) {
      flushSync(() => setIsTold(true));
      lookAtFirstError(form);
      return;
    }
    onImport({ name: name.trim(), description: description.trim(), tags, transport, timeZone: timeZone || undefined });
  };

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <Section title={t('newSequence.describe')}>
          <TextInput
            label={t('newSequence.name')} description={t('newSequence.nameHint')} required value={name}
            error={isTold && nameProblem && t(`newSequence.${nameProblem}`)} onChange={({ currentTarget }) => change({ name: currentTarget.value })}
          />
          <NameTaken name={name.trim()} />
          <Textarea
            label={t('newSequence.description')} description={t('newSequence.descriptionHint')} autosize minRows={2} value={description}
            onChange={({ currentTarget }) => change({ description: currentTarget.value })}
          />
          <TagsField value={tags} onChange={(now) => change({ tags: now })} />
          {found.needsTimeZone && <TimeZoneField value={timeZone} onChange={(now) => change({ timeZone: now })} />}
        </Section>
        <TransportChooser value={transport} onChange={(now) => change({ transport: now })} error={isTold && transport === '' ? t('newSequence.transportNeeded') : undefined} />
        <Group justify="space-between">
          <Button variant="default" onClick={onBack}>{t('app.back')}</Button>
          <Button type="submit" loading={isBusy}>{t('newSequence.import')}</Button>
        </Group>
      </Stack>
    </form>
  );
}

const afterTyping = 300;

/** The same photos go on with their sequence; others need another name. */
function NameTaken({ name }: { name: string }) {
  const { t } = useTranslation();
  const [typed] = useDebouncedValue(name, afterTyping);
  const owner = useNameOwner(typed);
  return (
    <Text size="sm" c="var(--warn)" role="status">
      {owner !== undefined && typed === name && <>{t('newSequence.nameTaken')} <Anchor component={Link} to={`/sequences/${owner}`} size="sm">{t('newSequence.nameOwner')}</Anchor></>}
    </Text>
  );
}

/** The button may lie far below what is wrong. */
function lookAtFirstError(form: HTMLFormElement): void {
  const wrong = form.querySelector<HTMLElement>('[aria-invalid="true"], [role="alert"]');
  wrong?.scrollIntoView({ block: 'center' });
  wrong?.focus({ preventScroll: true });
}
