import { Group, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatCount } from '../format/numbers';
import { StateBadge } from '../shared/StateBadge';
import type { StateCount } from './counts';

interface StateCountsProps {
  counts: StateCount[];
  chosen: StateCount[0] | undefined;
  onChoose: (state: StateCount[0] | undefined) => void;
}

/** How many photos are in each state; each is a filter too. */
export function StateCounts({ counts, chosen, onChoose }: StateCountsProps) {
  const { t } = useTranslation();
  return (
    <Group gap="xs" role="group" aria-label={t('lifeLines.counts')}>
      {counts.map(([state, count]) => (
        <UnstyledButton key={state} className="picked state-count" aria-pressed={state === chosen} onClick={() => onChoose(state === chosen ? undefined : state)}>
          <span className="tabular">{formatCount(count)}</span>
          <StateBadge state={state} />
        </UnstyledButton>
      ))}
    </Group>
  );
}
