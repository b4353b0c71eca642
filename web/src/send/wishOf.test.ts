import { expect, test } from 'vitest';
import { wishOf } from './wishOf';

test('a dry run neither sends nor publishes again, whatever was chosen before', () => {
  const how = { dryRun: false, follow: true, resend: true, publishAgain: true };
  expect(wishOf(how, ['mapillary'])).toEqual({ ...how, destinations: ['mapillary'] });
  expect(wishOf({ ...how, dryRun: true }, ['mapillary'])).toMatchObject({ dryRun: true, resend: false, publishAgain: false });
});
