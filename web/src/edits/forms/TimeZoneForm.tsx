import { useState } from 'react';
import { TimeZoneField } from '../../shared/TimeZoneField';
import type { EditFormProps } from '../EditForm';
import { useEdit } from './useEdit';

export function TimeZoneForm({ onEdit }: EditFormProps) {
  const [zone, setZone] = useState('');
  useEdit(zone === '' ? undefined : { kind: 'time_zone', zone }, onEdit);
  return <TimeZoneField value={zone} onChange={setZone} withoutHint />;
}
