import { expect, test } from 'vitest';
import { columns } from '../test/columns';
import { leftOutGroups } from './leftOutGroups';
import { listed } from './listed';
import { indexOf, toNext } from './neighbours';

const photos = columns([
  { id: 5, run: 0, at: [11, 43] }, { id: 6, run: 0, at: [11, 43.001] }, { id: 0, run: -1, at: null, reason: 'no-position' }, { id: 0, run: -1, at: null, reason: 'no-position' },
  { id: 9, run: -1, at: [11, 43], reason: 'duplicate-position' },
]);

test('distance and time lead to the next photo of the sequence', () => {
  expect(toNext(photos, 0)?.metres).toBeCloseTo(111.2, 0);
  expect(toNext(photos, 0)?.seconds).toBe(2);
});

test('after the last photo, and among those left out, there is no next one', () => {
  expect(toNext(photos, 1)).toBeUndefined();
  expect(toNext(photos, 3)).toBeUndefined();
});

test('a chosen photo is found again where it went', () => {
  expect(indexOf(photos, { id: 6, index: 4 })).toBe(1);
  expect(indexOf(photos, { id: 77, index: 4 })).toBe(0);
});

test('files without an id are told apart by their place', () => {
  expect(indexOf(photos, { id: 0, index: 3 })).toBe(3);
});

test('names are searched without regard to case', () => {
  expect(listed(photos, ' 2.JPG', false)).toEqual([1]);
  expect(listed(photos, '', true)).toEqual([2, 3, 4]);
});

test('left-out photos are grouped by reason, the most frequent first', () => {
  expect(leftOutGroups(photos).map(({ code, photos: group }) => [code, group.length])).toEqual([['no-position', 2], ['duplicate-position', 1]]);
});
