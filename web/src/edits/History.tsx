import { Button, Group, List, Stack, Text } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useRedo, useUndo } from '../api/sequences';
import type { SequenceDetail } from '../api/types';
import { ProblemNote } from '../shared/ProblemNote';

export function History({ sequence }: { sequence: SequenceDetail }) {
  const { t } = useTranslation();
  const edits = sequence.edits ?? [];
  const undo = useUndo(sequence.id);
  const redo = useRedo(sequence.id);
  useHotkeys([
    ['mod+Z', () => sequence.canUndo && undo.mutate()],
    ['mod+shift+Z', () => sequence.canRedo && redo.mutate()],
  ]);

  return (
    <Stack gap="sm">
      <Group justify="space-between" gap="xs">
        <Text fw={600}>{t('edit.history')}</Text>
        <Group gap="xs">
          <Button variant="default" size="xs" disabled={!sequence.canUndo} loading={undo.isPending} leftSection={<IconArrowBackUp size={16} aria-hidden />} onClick={() => undo.mutate()}>{t('edit.undo')}</Button>
          <Button variant="default" size="xs" disabled={!sequence.canRedo} loading={redo.isPending} leftSection={<IconArrowForwardUp size={16} aria-hidden />} onClick={() => redo.mutate()}>{t('edit.redo')}</Button>
        </Group>
      </Group>
      {edits.length === 0
        ? <Text size="sm" c="dimmed">{t('edit.noEdits')}</Text>
        : <List type="ordered" size="sm">{edits.map((edit) => <List.Item key={edit.id}>{edit.text}</List.Item>)}</List>}
      <ProblemNote problem={undo.error ?? redo.error} />
    </Stack>
  );
}
