import { Select, Stack, Text } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAddEdit, useProposals } from '../api/sequences';
import type { EditRequest, PhotoColumns, PreviewView, SequenceDetail } from '../api/types';
import { Note } from '../shared/Note';
import { ProblemNote } from '../shared/ProblemNote';
import { EditForm, type FormKind } from './EditForm';
import { History } from './History';
import { PreviewBar } from './PreviewBar';
import { Proposals } from './Proposals';

const kinds: FormKind[] = ['geotag', 'shift_time', 'time_zone', 'space', 'outliers', 'headings', 'heading_offset', 'trim', 'privacy', 'remove'];

interface EditsPanelProps {
  sequence: SequenceDetail;
  photos: PhotoColumns;
  /** The id of the photo shown: some edits are about it. */
  chosen: number | undefined;
  /** The edit that is looked at and not made yet. */
  edit: EditRequest | undefined;
  preview: UseQueryResult<PreviewView>;
  onEdit: (edit: EditRequest | undefined) => void;
}

/** Edits so far, proposals, and one more edit with its preview on map and list. */
export function EditsPanel({ sequence, photos, chosen, edit, preview, onEdit }: EditsPanelProps) {
  const { t } = useTranslation();
  const [kind, setKind] = useState<FormKind>();
  const add = useAddEdit(sequence.id);
  const proposals = useProposals(sequence.id);
  const stop = () => {
    setKind(undefined);
    onEdit(undefined);
  };

  const take = (proposed: EditRequest) => {
    setKind(undefined);
    onEdit(proposed);
  };

  return (
    <Stack gap="lg">
      <History sequence={sequence} />
      <Proposals proposals={proposals} onTry={take} />
      <Stack gap="sm">
        <Text fw={600}>{t('edit.add')}</Text>
        <Select
          aria-label={t('edit.choose')} placeholder={t('edit.choose')} value={kind ?? null} clearable
          data={kinds.map((name) => ({ value: name, label: t(`edit.kinds.${name}`) }))}
          onChange={(name) => { setKind(kinds.find((other) => other === name)); onEdit(undefined); }}
        />
        {kind && <EditForm key={kind} kind={kind} photos={photos} chosen={chosen} onEdit={onEdit} />}
        {edit && preview.data?.refusal && <Note tone="bad" title={t('edit.refused')} isUrgent>{preview.data.refusal}</Note>}
        {edit && <Proposals proposals={preview.data?.proposals ?? []} onTry={take} />}
        {edit && !preview.isError && !preview.data?.refusal && (
          <PreviewBar
            before={photos} preview={preview} isApplying={add.isPending} onDiscard={stop}
            onApply={() => add.mutate(edit, { onSuccess: stop })}
          />
        )}
        <ProblemNote problem={add.error ?? (edit ? preview.error : null)} />
      </Stack>
    </Stack>
  );
}
