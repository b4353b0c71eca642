import { Anchor, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnswer, useCancel } from '../api/runs';
import type { RunView } from '../api/types';
import { useRunProgress } from '../runs/useRunProgress';
import { Note } from '../shared/Note';
import { ProblemNote } from '../shared/ProblemNote';

/** A sign-in under way: the browser asks for consent and comes back, or the user brings the address it ended at. */
export function SignIn({ run }: { run: RunView }) {
  const { t } = useTranslation();
  const { progress } = useRunProgress(run.id);
  const [text, setText] = useState('');
  const answer = useAnswer(run.id);
  const cancel = useCancel(run.id);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    answer.mutate(text.trim());
  };

  if (progress.end) return <Note tone={progress.end.state === 'done' ? 'good' : 'bad'} isUrgent>{progress.end.message ?? t(`runState.${progress.end.state}`)}</Note>;
  return (
    <Note tone="busy">
      <Stack gap="sm" role="status">
        <Text size="sm">
          {t('settings.opened')}{' '}
          {progress.url && <Anchor href={progress.url} target="_blank" rel="noreferrer" size="sm">{t('settings.openAddress')}</Anchor>}
        </Text>
        <form onSubmit={submit}>
          <TextInput size="sm" label={t('settings.answer')} description={t('settings.answerText')} value={text} onChange={({ currentTarget }) => setText(currentTarget.value)} />
          <Group gap="xs" mt="xs">
            <Button type="submit" size="xs" variant="default" disabled={text.trim() === ''} loading={answer.isPending}>{t('settings.answerSend')}</Button>
            <Button size="xs" variant="subtle" loading={cancel.isPending} onClick={() => cancel.mutate()}>{t('app.cancel')}</Button>
          </Group>
        </form>
        <ProblemNote problem={answer.error} />
      </Stack>
    </Note>
  );
}
