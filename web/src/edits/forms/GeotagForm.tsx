import { Button, Checkbox, FileButton, Group, NumberInput, Text } from '@mantine/core';
import { IconFileUpload } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { nameOf } from '../../folders/paths';
import { useCopying } from '../../folders/useCopying';
import { ProblemNote } from '../../shared/ProblemNote';
import type { EditFormProps } from '../EditForm';
import { numberIn, useEdit } from './useEdit';

export function GeotagForm({ onEdit }: EditFormProps) {
  const { t } = useTranslation();
  const { copying, copy } = useCopying();
  const [files, setFiles] = useState<string[]>([]);
  const [gap, setGap] = useState<string | number>(60);
  const [sameSecond, setSameSecond] = useState(false);
  const [onlyMissing, setOnlyMissing] = useState(false);
  useEdit(files.length === 0 ? undefined : { kind: 'geotag', files, maxGap: numberIn(gap), sameSecond, onlyMissing }, onEdit);
  const [failed] = copying?.failed ?? [];
  return (
    <>
      <Group gap="sm">
        <FileButton multiple accept=".gpx" onChange={(chosen) => void copy(chosen.map((file) => ({ file, folder: '' }))).then((kept) => setFiles(kept.files))}>
          {(props) => <Button {...props} variant="default" leftSection={<IconFileUpload size={18} aria-hidden />}>{t('edit.gpxChoose')}</Button>}
        </FileButton>
        <Text size="sm" c="dimmed" role="status">{files.map(nameOf).join(', ')}</Text>
      </Group>
      <ProblemNote problem={failed ? new Error(`${failed.name}: ${failed.message}`) : null} />
      <NumberInput label={t('edit.gpxMaxGap')} min={0} value={gap} onChange={setGap} />
      <Checkbox label={t('edit.gpxSameSecond')} checked={sameSecond} onChange={({ currentTarget }) => setSameSecond(currentTarget.checked)} />
      <Checkbox label={t('edit.gpxOnlyMissing')} checked={onlyMissing} onChange={({ currentTarget }) => setOnlyMissing(currentTarget.checked)} />
    </>
  );
}
