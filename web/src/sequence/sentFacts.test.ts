import { expect, test } from 'vitest';
import { columns } from '../test/columns';
import { sentFacts } from './sentFacts';

const photos = columns([{ run: 0, at: [8.5, 47.1000001], heading: 10.25 }, { run: -1, at: [8, 47] }]);

test('what would be sent is written as the program writes the facts of a file', () => {
  expect(sentFacts(photos, 0, false)).toEqual({ position: '47.1000001, 8.5', altitude: undefined, heading: '10.25°', taken_at: '1970-01-01T00:00:00.000Z' });
});

test('a clock without a zone tells no time that would be sent, and of a photo that is left out nothing is', () => {
  expect(sentFacts(photos, 0, true).taken_at).toBeUndefined();
  expect(sentFacts(photos, 1, false)).toEqual({});
});
