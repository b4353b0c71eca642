import { Group, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { State } from '../api/types';
import { formatCount } from '../format/numbers';
import { StateBadge } from '../shared/StateBadge';

const order: State[] = ['waiting', 'sent', 'published', 'visible', 'missing', 'failed', 'left_out', 'dry_run'];

interface StateCountsProps {
  counts: Partial<Record<State, number>>;
  chosen: State | undefined;
  onChoose: (state: State | undefined) => void;
}

/** How many photos are in each state; each is a filter too. */
export function StateCounts({ counts, chosen, onChoose }: StateCountsProps) {
  const { t } = useTranslation();
  return (
    <Group gap="xs" role="group" aria-label={t('lifeLines.counts')}>
      {order.filter((state) => (counts[state] ?? 0) > 0).map((state) => (
        <UnstyledButton key={state} className="picked state-count" aria-pressed={state === chosen} onClick={() => onChoose(state === chosen ? undefined : state)}>
          <span className="tabular">{formatCount(counts[state] ?? 0)}</span>
          <StateBadge state={state} />
        </UnstyledButton>
      ))}
    </Group>
  );
}
