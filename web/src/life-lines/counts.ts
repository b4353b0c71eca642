import type { LifeLinePage, State } from '../api/types';

export type StateCount = [State | 'here', number];

const order: (State | 'here')[] = ['here', 'waiting', 'sent', 'published', 'visible', 'missing', 'failed', 'left_out', 'dry_run'];

/** How many life lines are in each state, at one destination or at all; states without any are left away. */
export function countStates(counts: LifeLinePage['counts'], destination: string | undefined): StateCount[] {
  const asked = destination === undefined ? Object.values(counts) : [counts[destination] ?? {}];
  return order
    .map((state): StateCount => [state, asked.reduce((sum, each) => sum + (each[state] ?? 0), 0)])
    .filter(([, count]) => count > 0);
}

/** Those that are destinations: photos that are nowhere else are counted under `here`. */
export const destinationsIn = (counts: LifeLinePage['counts']): string[] => Object.keys(counts).filter((name) => name !== 'here');
