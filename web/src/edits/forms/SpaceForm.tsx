import { Group, NumberInput, Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EditFormProps } from '../EditForm';
import { numberIn, useEdit } from './useEdit';

const measures = ['seconds', 'metres', 'altitude'] as const;
type Measure = (typeof measures)[number];

export function SpaceForm({ onEdit }: EditFormProps) {
  const { t } = useTranslation();
  const [by, setBy] = useState<Measure>('metres');
  const [value, setValue] = useState<string | number>(5);
  const least = numberIn(value);
  useEdit(least === undefined || least <= 0 ? undefined : { kind: 'space', by, least }, onEdit);
  const labels: Record<Measure, string> = { seconds: t('edit.bySeconds'), metres: t('edit.byMetres'), altitude: t('edit.byAltitude') };
  return (
    <Group grow gap="sm" align="flex-end">
      <Select
        label={t('edit.by')} allowDeselect={false} value={by} data={measures.map((measure) => ({ value: measure, label: labels[measure] }))}
        onChange={(name) => setBy(measures.find((measure) => measure === name) ?? by)}
      />
      <NumberInput label={t('edit.least')} min={0} decimalScale={2} value={value} onChange={setValue} />
    </Group>
  );
}
