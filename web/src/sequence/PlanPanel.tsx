import { Select, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDestinations } from '../api/program';
import { usePlan } from '../api/sequences';
import { PlanParts } from '../plan/PlanParts';
import { Answered } from '../shared/Answered';

interface PlanPanelProps {
  sequence: number;
  onShow: (photo: number) => void;
}

export function PlanPanel({ sequence, onShow }: PlanPanelProps) {
  const { t } = useTranslation();
  const { data: destinations = [] } = useDestinations(sequence);
  const [wanted, setWanted] = useState<string>();
  const destination = wanted ?? destinations[0]?.name;
  const query = usePlan(sequence, destination);
  return (
    <Stack gap="md">
      <Select
        label={t('plan.to')} allowDeselect={false} value={destination ?? null} data={destinations.map(({ name, title }) => ({ value: name, label: title }))}
        onChange={(name) => setWanted(name ?? undefined)} maw={320}
      />
      <Answered query={query}>{(plan) => <PlanParts plan={plan} onShow={onShow} />}</Answered>
    </Stack>
  );
}
