import type { RunView } from '../api/types';

/** The sequence that a run made or works on. */
export function sequenceOf(run: Pick<RunView, 'sequence' | 'result'>): number | undefined {
  if (run.sequence != null) return run.sequence;
  const result = run.result;
  return typeof result === 'object' && result !== null && 'sequence' in result && typeof result.sequence === 'number' ? result.sequence : undefined;
}
