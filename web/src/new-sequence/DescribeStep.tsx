import { Button, Group, Stack, Textarea, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportWish } from '../api/types';
import { Section } from '../shared/Section';
import { TagsField } from '../shared/TagsField';
import { TimeZoneField } from '../shared/TimeZoneField';
import { TransportChooser } from '../shared/TransportChooser';
import { nameFor, problemOfName } from './naming';
import type { Found } from './found';

interface DescribeStepProps {
  found: Found;
  paths: string[];
  isBusy: boolean;
  onBack: () => void;
  onImport: (wish: Omit<ImportWish, 'paths'>) => void;
}

export function DescribeStep({ found, paths, isBusy, onBack, onImport }: DescribeStepProps) {
  const { t } = useTranslation();
  const [name, setName] = useState(() => nameFor(paths));
  const [description, setDescription] = useState('');
  const [tags, setTags] = useState<string[]>([]);
  const [transport, setTransport] = useState('');
  const [timeZone, setTimeZone] = useState('');
  const [isTold, setIsTold] = useState(false);
  const nameProblem = problemOfName(name);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIsTold(true);
    if (nameProblem || transport === '') return;
    onImport({ name: name.trim(), description: description.trim(), tags, transport, timeZone: timeZone || undefined });
  };

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <Section title={t('newSequence.describe')}>
          <TextInput
            label={t('newSequence.name')} description={t('newSequence.nameHint')} required value={name}
            error={isTold && nameProblem && t(`newSequence.${nameProblem}`)} onChange={({ currentTarget }) => setName(currentTarget.value)}
          />
          <Textarea
            label={t('newSequence.description')} description={t('newSequence.descriptionHint')} autosize minRows={2} value={description}
            onChange={({ currentTarget }) => setDescription(currentTarget.value)}
          />
          <TagsField value={tags} onChange={setTags} />
          {found.needsTimeZone && <TimeZoneField value={timeZone} onChange={setTimeZone} />}
        </Section>
        <TransportChooser value={transport} onChange={setTransport} error={isTold && transport === '' ? t('newSequence.transportNeeded') : undefined} />
        <Group justify="space-between">
          <Button variant="default" onClick={onBack}>{t('app.back')}</Button>
          <Button type="submit" loading={isBusy}>{t('newSequence.import')}</Button>
        </Group>
      </Stack>
    </form>
  );
}
