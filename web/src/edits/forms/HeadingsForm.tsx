import { Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EditFormProps } from '../EditForm';
import { useEdit } from './useEdit';

export function HeadingsForm({ onEdit }: EditFormProps) {
  const { t } = useTranslation();
  const [source, setSource] = useState<'keep' | 'compute'>('compute');
  useEdit({ kind: 'headings', source }, onEdit);
  return (
    <Select
      label={t('edit.source')} allowDeselect={false} value={source} onChange={(value) => setSource(value === 'keep' ? 'keep' : 'compute')}
      data={[{ value: 'compute', label: t('edit.sourceCompute') }, { value: 'keep', label: t('edit.sourceKeep') }]}
    />
  );
}
