import type { SendRequest } from '../api/types';

/** What is asked for: a dry run sends nothing again, whatever else is chosen. */
export const wishOf = (how: Omit<SendRequest, 'destinations'>, destinations: string[]): SendRequest => ({
  ...how, destinations, resend: how.resend && !how.dryRun, publishAgain: how.publishAgain && !how.dryRun,
});
