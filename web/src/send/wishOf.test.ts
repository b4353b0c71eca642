import { expect, test } from 'vitest';
import { wishOf } from './wishOf';

test('a dry run neither sends nor publishes again, whatever was chosen before', () => {
  const how = { dryRun: false, follow: true, resend: true, publishAgain: true };
  expect(wishOf(how, ['mapillary'])).toEqual({ ...how, destinations: ['mapillary'] });
  expect(wishOf({ ...how, dryRun: true }, ['mapillary'])).toMatchObject({ dryRun: true, resend: false, publishAgain: false });
});

test('an organization is named, renounced, or left as it was', () => {
  const askedFor = (organization: string | undefined) => wishOf({ dryRun: false, organization }, ['mapillary']).organization;
  expect([askedFor('42'), askedFor('none'), askedFor(''), askedFor(undefined)]).toEqual(['42', '', undefined, undefined]);
});
