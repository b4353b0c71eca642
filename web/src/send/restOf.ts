import type { RunView, SendRequest } from '../api/types';

/** The wish with which a sending goes on that was stopped or failed: as it was made, a dry run stays one. None while it runs, or when nothing is left. */
export function restOf({ state, sending }: RunView): SendRequest | undefined {
  const isStopped = state === 'paused' || state === 'cancelled' || state === 'failed';
  return isStopped && sending && sending.destinations.length > 0 ? sending : undefined;
}
