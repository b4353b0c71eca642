import { NumberInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EditFormProps } from '../EditForm';
import { numberIn, useEdit } from './useEdit';

export function ShiftTimeForm({ onEdit }: EditFormProps) {
  const { t } = useTranslation();
  const [seconds, setSeconds] = useState<string | number>('');
  const shift = numberIn(seconds);
  useEdit(shift === undefined || shift === 0 ? undefined : { kind: 'shift_time', seconds: shift }, onEdit);
  return <NumberInput label={t('edit.seconds')} decimalScale={3} value={seconds} onChange={setSeconds} />;
}
