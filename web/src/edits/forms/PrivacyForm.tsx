import { NumberInput, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatCoordinate } from '../../format/numbers';
import { positionOf } from '../../map/features';
import type { EditFormProps } from '../EditForm';
import { numberIn, useEdit } from './useEdit';

/** A circle around the photo shown. */
export function PrivacyForm({ photos, chosen, onEdit }: EditFormProps) {
  const { t } = useTranslation();
  const [value, setValue] = useState<string | number>(100);
  const metres = numberIn(value);
  const centre = chosen === undefined ? undefined : positionOf(photos, photos.ids.indexOf(chosen));
  useEdit(!centre || metres === undefined || metres <= 0 ? undefined : { kind: 'privacy', longitude: centre[0], latitude: centre[1], metres }, onEdit);
  return (
    <>
      <Text size="sm">{centre ? t('edit.around', { latitude: formatCoordinate(centre[1]), longitude: formatCoordinate(centre[0]) }) : t('edit.noPhoto')}</Text>
      <NumberInput label={t('edit.radius')} min={0} value={value} onChange={setValue} />
    </>
  );
}
