import { Button, Group, Modal, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useChangeSequence, useDeleteSequence } from '../api/sequences';
import type { SequenceDetail } from '../api/types';
import { problemOfName } from '../new-sequence/naming';
import { ProblemNote } from '../shared/ProblemNote';
import { TagsField } from '../shared/TagsField';
import { isTag } from '../shared/tags';
import { TransportChooser } from '../shared/TransportChooser';
import { RulesFields } from './RulesFields';

/** What the user says about the sequence. */
export function DetailsPanel({ sequence }: { sequence: SequenceDetail }) {
  const { t } = useTranslation();
  const [name, setName] = useState(sequence.name);
  const [description, setDescription] = useState(sequence.description);
  const [tags, setTags] = useState(sequence.tags);
  const [transport, setTransport] = useState(sequence.transport);
  const [rules, setRules] = useState(sequence.rules);
  const change = useChangeSequence(sequence.id);
  const nameProblem = problemOfName(name);

  const save = (event: FormEvent) => {
    event.preventDefault();
    change.mutate({ name: name.trim(), description: description.trim(), tags, transport, rules });
  };

  return (
    <form onSubmit={save}>
      <Stack gap="md">
        <TextInput label={t('newSequence.name')} required value={name} error={nameProblem && t(`newSequence.${nameProblem}`)} onChange={({ currentTarget }) => setName(currentTarget.value)} />
        <Textarea label={t('newSequence.description')} autosize minRows={2} value={description} onChange={({ currentTarget }) => setDescription(currentTarget.value)} />
        <TagsField value={tags} onChange={setTags} />
        {sequence.timeZone && <Text size="sm" c="dimmed">{t('sequence.zoneNow', { zone: sequence.timeZone })}</Text>}
        <TransportChooser value={transport} onChange={setTransport} />
        <RulesFields value={rules} onChange={setRules} />
        <ProblemNote problem={change.error} />
        <Group justify="space-between">
          <Group gap="sm">
            <Button type="submit" loading={change.isPending} disabled={nameProblem !== undefined || transport === '' || !tags.every(isTag)}>{t('app.save')}</Button>
            <Text size="sm" c="dimmed" role="status">{change.isSuccess && t('sequence.detailsSaved')}</Text>
          </Group>
          <Forget sequence={sequence} />
        </Group>
      </Stack>
    </form>
  );
}

function Forget({ sequence }: { sequence: SequenceDetail }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [isAsking, { open, close }] = useDisclosure(false);
  const forget = useDeleteSequence(sequence.id);
  return (
    <>
      <Button variant="subtle" color="red" onClick={open}>{t('sequence.delete')}</Button>
      <Modal opened={isAsking} onClose={close} title={t('sequence.deleteTitle', { name: sequence.name })} closeButtonProps={{ 'aria-label': t('app.close') }}>
        <Stack gap="md">
          <Text size="sm">{t('sequence.deleteText')}</Text>
          <ProblemNote problem={forget.error} />
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={close}>{t('app.cancel')}</Button>
            <Button color="red" loading={forget.isPending} onClick={() => forget.mutate(undefined, { onSuccess: () => void navigate('/') })}>{t('sequence.deleteYes')}</Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}
