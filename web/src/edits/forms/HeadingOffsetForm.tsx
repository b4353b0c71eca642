import { NumberInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EditFormProps } from '../EditForm';
import { numberIn, useEdit } from './useEdit';

export function HeadingOffsetForm({ onEdit }: EditFormProps) {
  const { t } = useTranslation();
  const [turn, setTurn] = useState<string | number>(90);
  const degrees = numberIn(turn);
  useEdit(degrees === undefined ? undefined : { kind: 'heading_offset', degrees }, onEdit);
  return <NumberInput label={t('edit.degrees')} min={-360} max={360} decimalScale={1} value={turn} onChange={setTurn} />;
}
