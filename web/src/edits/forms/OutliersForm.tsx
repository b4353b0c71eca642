import { Group, NumberInput, Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EditFormProps } from '../EditForm';
import { numberIn, useEdit } from './useEdit';

export function OutliersForm({ onEdit }: EditFormProps) {
  const { t } = useTranslation();
  const [mode, setMode] = useState<'drop' | 'smooth'>('drop');
  const [far, setFar] = useState<string | number>(50);
  const [fast, setFast] = useState<string | number>('');
  const [metres, kilometresPerHour] = [numberIn(far), numberIn(fast)];
  useEdit(metres === undefined && kilometresPerHour === undefined ? undefined : { kind: 'outliers', mode, metres, kilometresPerHour }, onEdit);
  return (
    <Group grow gap="sm" align="flex-end">
      <Select
        label={t('edit.outlierMode')} allowDeselect={false} value={mode} onChange={(name) => setMode(name === 'smooth' ? 'smooth' : 'drop')}
        data={[{ value: 'drop', label: t('edit.outlierDrop') }, { value: 'smooth', label: t('edit.outlierSmooth') }]}
      />
      <NumberInput label={t('edit.outlierMetres')} min={0} decimalScale={1} value={far} onChange={setFar} />
      <NumberInput label={t('edit.outlierSpeed')} min={0} decimalScale={1} value={fast} onChange={setFast} />
    </Group>
  );
}
