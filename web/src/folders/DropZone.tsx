import { FileButton, Button, Progress, Stack, Text } from '@mantine/core';
import { IconDragDrop } from '@tabler/icons-react';
import { useState, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { formatCount } from '../format/numbers';
import { Note } from '../shared/Note';
import { ProblemNote } from '../shared/ProblemNote';
import { droppedFiles, type DroppedFile } from './droppedFiles';
import type { Copying } from './useCopying';
import './folders.css';

interface DropZoneProps {
  copying: Copying | undefined;
  onFiles: (files: DroppedFile[]) => void;
}

export function DropZone({ copying, onFiles }: DropZoneProps) {
  const { t } = useTranslation();
  const [isOver, setIsOver] = useState(false);
  const [unreadable, setUnreadable] = useState<Error | null>(null);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    setUnreadable(null);
    droppedFiles(event.dataTransfer).then(onFiles, setUnreadable);
  };

  return (
    <div
      className="drop-zone" data-over={isOver} onDrop={drop} onDragLeave={() => setIsOver(false)}
      onDragOver={(event) => { event.preventDefault(); setIsOver(true); }}
    >
      <Stack align="center" gap="xs">
        <IconDragDrop size={32} stroke={1.4} aria-hidden />
        <Text fw={600}>{t('drop.title')}</Text>
        <Text size="sm" c="dimmed" maw={520}>{t('drop.text')}</Text>
        <FileButton multiple accept="image/jpeg" onChange={(files) => onFiles(files.map((file) => ({ file, folder: '' })))}>
          {(props) => <Button {...props} variant="default" size="xs">{t('drop.choose')}</Button>}
        </FileButton>
        <ProblemNote problem={unreadable} title={t('drop.unreadable')} />
        {copying && <CopyingProgress copying={copying} />}
      </Stack>
    </div>
  );
}

function CopyingProgress({ copying }: { copying: Copying }) {
  const { t } = useTranslation();
  const isDone = copying.done === copying.all;
  return (
    <Stack gap="xs" w="100%" maw={520} role="status">
      {!isDone && <Progress value={(copying.done / copying.all) * 100} aria-label={t('drop.title')} />}
      <Text size="sm">
        {isDone
          ? t('drop.copied', { count: copying.paths.length, formatted: formatCount(copying.paths.length) })
          : t('drop.copying', { done: formatCount(copying.done), all: formatCount(copying.all) })}
      </Text>
      {copying.failed.length > 0 && (
        <Note tone="bad" title={t('drop.failed', { count: copying.failed.length, formatted: formatCount(copying.failed.length) })}>
          {copying.failed[0]?.name}: {copying.failed[0]?.message}
        </Note>
      )}
    </Stack>
  );
}
