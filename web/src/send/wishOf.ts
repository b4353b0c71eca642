import type { SendRequest } from '../api/types';

/** What is asked for: a dry run sends nothing again, whatever else is chosen; the word "none" means no organization, as on the command line. */
export const wishOf = (how: Omit<SendRequest, 'destinations'>, destinations: string[]): SendRequest => ({
  ...how, destinations, organization: how.organization === 'none' ? '' : how.organization || undefined, resend: how.resend && !how.dryRun, publishAgain: how.publishAgain && !how.dryRun,
});
