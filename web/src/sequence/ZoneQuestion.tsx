import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChangeSequence } from '../api/sequences';
import type { SequenceDetail } from '../api/types';
import { Note } from '../shared/Note';
import { ProblemNote } from '../shared/ProblemNote';
import { TimeZoneField } from '../shared/TimeZoneField';
import { isTimeZone } from '../shared/timeZones';

/** Asked only when a camera's clock says no zone. */
export function ZoneQuestion({ sequence }: { sequence: SequenceDetail }) {
  const { t } = useTranslation();
  const [zone, setZone] = useState('');
  const change = useChangeSequence(sequence.id);
  return (
    <Note tone="warn" title={t('sequence.zoneNeeded')}>
      {t('sequence.zoneNeededText')}
      <Group gap="xs" align="flex-end" mt="xs">
        <TimeZoneField value={zone} onChange={setZone} withoutHint />
        <Button disabled={!isTimeZone(zone)} loading={change.isPending} onClick={() => change.mutate({ timeZone: zone })}>{t('sequence.zoneSet')}</Button>
      </Group>
      <ProblemNote problem={change.error} />
    </Note>
  );
}
