import { useState } from 'react';
import { TimeZoneField } from '../../shared/TimeZoneField';
import { isTimeZone } from '../../shared/timeZones';
import type { EditFormProps } from '../EditForm';
import { useEdit } from './useEdit';

export function TimeZoneForm({ onEdit }: EditFormProps) {
  const [zone, setZone] = useState('');
  useEdit(isTimeZone(zone) ? { kind: 'time_zone', zone } : undefined, onEdit);
  return <TimeZoneField value={zone} onChange={setZone} withoutHint />;
}
