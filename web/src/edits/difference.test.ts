import { expect, test } from 'vitest';
import { columns } from '../test/columns';
import { difference } from './difference';

const before = columns([{ id: 7, run: 0, at: [1, 1] }, { id: 8, run: 0, at: [2, 1] }, { id: 9, run: -1, at: [3, 1], reason: 'duplicate-position' }]);

test('the same photos in another order are no difference', () => {
  const after = columns([
    { id: 8, run: 0, at: [2, 1], takenAt: before.takenAt[1] }, { id: 7, run: 0, at: [1, 1], takenAt: before.takenAt[0] },
    { id: 9, run: -1, at: [3, 1], takenAt: before.takenAt[2], reason: 'duplicate-position' },
  ]);
  expect(difference(before, after)).toEqual({ changed: 0, leftOut: 0, back: 0 });
});

test('moved, left out and brought back are told apart', () => {
  const after = columns([{ id: 7, run: 0, at: [1.5, 1] }, { id: 8, run: -1, at: [2, 1], reason: 'spaced-out' }, { id: 9, run: 0, at: [3, 1] }]);
  expect(difference(before, after)).toEqual({ changed: 1, leftOut: 1, back: 1 });
});

test('what is left out before and after does not count as changed', () => {
  const after = columns([{ id: 7, run: 0, at: [1, 1] }, { id: 8, run: 0, at: [2, 1] }, { id: 9, run: -1, at: [9, 9], reason: 'duplicate-position' }]);
  expect(difference(before, after)).toEqual({ changed: 0, leftOut: 0, back: 0 });
});
