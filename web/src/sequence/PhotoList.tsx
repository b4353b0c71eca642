import { Checkbox, Group, Stack, Text, TextInput } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconAlertTriangle, IconCircleMinus } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { PhotoColumns } from '../api/types';
import { formatInstantExactly, formatTime } from '../format/dates';
import { formatCount, formatDegrees } from '../format/numbers';
import { useReasonWords } from '../texts/useReasonWords';
import { listed } from './listed';

const rowHeight = 44;
const page = 10;

interface PhotoListProps {
  photos: PhotoColumns;
  chosen: number;
  /** Times have no zone. */
  isClock: boolean;
  onChoose: (index: number) => void;
}

/** All photos, however many: only the rows in sight exist. */
export function PhotoList({ photos, chosen, isClock, onChoose }: PhotoListProps) {
  const { t } = useTranslation();
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const isNarrow = useMediaQuery('(max-width: 36em)');
  const [words, setWords] = useState('');
  const [onlyLeftOut, setOnlyLeftOut] = useState(false);
  const rows = useMemo(() => listed(photos, words, onlyLeftOut), [photos, words, onlyLeftOut]);
  const at = rows.indexOf(chosen);
  const list = useVirtualizer({ count: rows.length, getScrollElement: () => box.current, estimateSize: () => rowHeight, overscan: 12 });

  useEffect(() => {
    if (at >= 0) list.scrollToIndex(at, { align: 'auto' });
  }, [at, list]);

  const keys = (event: KeyboardEvent) => {
    const target = { ArrowDown: at + 1, ArrowUp: at - 1, PageDown: at + page, PageUp: at - page, Home: 0, End: rows.length - 1 }[event.key];
    const row = target === undefined ? undefined : rows[Math.min(rows.length - 1, Math.max(0, target))];
    if (row === undefined) return;
    event.preventDefault();
    onChoose(row);
  };

  return (
    <Stack gap="sm">
      <Group gap="md">
        <TextInput type="search" flex={1} miw={180} aria-label={t('sequence.lookFor')} placeholder={t('sequence.lookFor')} value={words} onChange={({ currentTarget }) => setWords(currentTarget.value)} />
        <Checkbox label={t('sequence.showLeftOut')} checked={onlyLeftOut} onChange={({ currentTarget }) => setOnlyLeftOut(currentTarget.checked)} />
      </Group>
      {rows.length === 0 && <Text size="sm" c="dimmed">{t('sequence.nothingFound')}</Text>}
      <div
        ref={box} className="photo-list" role="listbox" tabIndex={0} aria-label={t('sequence.list')} onKeyDown={keys}
        aria-activedescendant={at >= 0 ? `${id}-${chosen}` : undefined} hidden={rows.length === 0}
      >
        <div role="presentation" style={{ height: list.getTotalSize(), position: 'relative' }}>
          {list.getVirtualItems().map(({ index, start }) => {
            const photo = rows[index];
            return photo === undefined ? null : (
              <div
                key={photo} id={`${id}-${photo}`} role="option" aria-selected={photo === chosen} aria-posinset={index + 1} aria-setsize={rows.length}
                className="photo-row" style={{ transform: `translateY(${start}px)` }} onClick={() => onChoose(photo)}
              >
                <PhotoRow photos={photos} index={photo} isClock={isClock} formatTaken={isNarrow ? formatTime : formatInstantExactly} />
              </div>
            );
          })}
        </div>
      </div>
    </Stack>
  );
}

interface PhotoRowProps {
  photos: PhotoColumns;
  index: number;
  /** Times have no zone. */
  isClock: boolean;
  formatTaken: typeof formatInstantExactly;
}

function PhotoRow({ photos, index, isClock, formatTaken }: PhotoRowProps) {
  const { t } = useTranslation();
  const wordsFor = useReasonWords();
  const code = photos.reasons[index];
  const heading = photos.headings[index];
  const takenAt = photos.takenAt[index];
  const facts = [takenAt && formatTaken(takenAt, isClock), heading != null && t('sequence.heading', { degrees: formatDegrees(heading) })];
  return (
    <>
      <span className="photo-number">{formatCount(index + 1)}</span>
      {code && <IconCircleMinus size={16} color="var(--bad)" style={{ flex: 'none' }} aria-hidden />}
      {!code && (photos.warnings[index]?.length ?? 0) > 0 && <IconAlertTriangle size={16} color="var(--warn)" style={{ flex: 'none' }} aria-label={t('sequence.warnings')} />}
      <span className="photo-name">{photos.names[index]}</span>
      <span className="photo-aside">{code ? t('sequence.listLeftOut', { reason: wordsFor(code, photos.reasonTexts[code]).text }) : facts.filter(Boolean).join(' · ')}</span>
    </>
  );
}
