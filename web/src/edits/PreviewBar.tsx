import { Button, Group } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { PhotoColumns, PreviewView } from '../api/types';
import { formatCount } from '../format/numbers';
import { Note } from '../shared/Note';
import { difference } from './difference';

interface PreviewBarProps {
  before: PhotoColumns;
  preview: UseQueryResult<PreviewView>;
  isApplying: boolean;
  onApply: () => void;
  onDiscard: () => void;
}

/** What the edit would do, in numbers; map and list show it already. */
export function PreviewBar({ before, preview, isApplying, onApply, onDiscard }: PreviewBarProps) {
  const { t } = useTranslation();
  const after = preview.data?.photos;
  const change = useMemo(() => (after ? difference(before, after) : undefined), [before, after]);
  const isNothing = change && change.changed + change.leftOut + change.back === 0;
  return (
    <Note tone="busy" title={t('edit.preview')}>
      {preview.data?.text && !preview.isFetching && <div>{t('edit.previewDoes', { edit: preview.data.text })}</div>}
      <div role="status">
        {!change || preview.isFetching
          ? t('edit.previewing')
          : isNothing
            ? t('edit.previewNone')
            : t('edit.previewText', { changed: formatCount(change.changed), all: formatCount(before.runs.filter((run) => run >= 0).length), leftOut: formatCount(change.leftOut), back: formatCount(change.back) })}
      </div>
      <Group gap="xs" mt="sm">
        <Button size="xs" loading={isApplying} disabled={!change || preview.isError} onClick={onApply}>{t('edit.apply')}</Button>
        <Button size="xs" variant="default" onClick={onDiscard}>{t('edit.discard')}</Button>
      </Group>
    </Note>
  );
}
