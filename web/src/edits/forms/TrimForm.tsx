import { Group, NumberInput, Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EditFormProps } from '../EditForm';
import { numberIn, useEdit } from './useEdit';

export function TrimForm({ onEdit }: EditFormProps) {
  const { t } = useTranslation();
  const [end, setEnd] = useState<'start' | 'end'>('start');
  const [value, setValue] = useState<string | number>(100);
  const metres = numberIn(value);
  useEdit(metres === undefined || metres <= 0 ? undefined : { kind: 'trim', end, metres }, onEdit);
  return (
    <Group grow gap="sm" align="flex-end">
      <Select
        label={t('edit.end')} allowDeselect={false} value={end} onChange={(name) => setEnd(name === 'end' ? 'end' : 'start')}
        data={[{ value: 'start', label: t('edit.endStart') }, { value: 'end', label: t('edit.endEnd') }]}
      />
      <NumberInput label={t('edit.metres')} min={0} decimalScale={1} value={value} onChange={setValue} />
    </Group>
  );
}
