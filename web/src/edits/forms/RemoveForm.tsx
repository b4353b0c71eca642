import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { EditFormProps } from '../EditForm';
import { useEdit } from './useEdit';

/** Leaves out the photo shown; another photo shown is another edit. */
export function RemoveForm({ photos, chosen, onEdit }: EditFormProps) {
  const { t } = useTranslation();
  useEdit(chosen === undefined ? undefined : { kind: 'remove', photos: [chosen] }, onEdit);
  return <Text size="sm">{t('edit.photo', { name: chosen === undefined ? '' : photos.names[photos.ids.indexOf(chosen)] ?? '' })}</Text>;
}
