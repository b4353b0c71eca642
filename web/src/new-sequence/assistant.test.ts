import { expect, test } from 'vitest';
import { begin, step } from './assistant';
import { byReason, readFound } from './found';
import { nameFor, problemOfName } from './naming';

test('going back keeps what was chosen', () => {
  const found = step(begin, { to: 'found', paths: ['/p'], run: 'r1' });
  expect(step(found, { to: 'choose' })).toMatchObject({ at: 'choose', paths: ['/p'] });
});

test('what was found is read from the summary, whatever it is', () => {
  expect(readFound({ photos: 12, leftOut: 2, needsTimeZone: true, cameras: ['NIKON'], reasonTexts: { 'no-position': 'has no GPS position' } }))
    .toEqual({ accepted: 10, leftOut: 2, needsTimeZone: true, cameras: ['NIKON'], reasonTexts: { 'no-position': 'has no GPS position' } });
  expect(readFound('nothing')).toEqual({ accepted: 0, leftOut: 0, needsTimeZone: false, cameras: [], reasonTexts: {} });
});

test('left-out files are grouped by reason, the most frequent first', () => {
  expect(byReason([{ path: 'a', reason: 'x' }, { path: 'b', reason: 'y' }, { path: 'c', reason: 'y' }])).toEqual([['y', ['b', 'c']], ['x', ['a']]]);
});

test.each([
  [['/home/ada/2026-05-16_Arezzo'], '2026 05 16 Arezzo'], [['D:\\Photos\\Canal\\'], 'Canal'], [['/a', '/b'], ''], [['/a/1.JPG'], ''], [['/h/dropped/01ab23cd-1'], ''],
])('%j proposes the name %j', (paths, name) => {
  expect(nameFor(paths)).toBe(name);
});

test('a name has 1 to 100 characters', () => {
  expect([problemOfName(' '), problemOfName('a'), problemOfName('a'.repeat(100)), problemOfName('a'.repeat(101))]).toEqual(['nameNeeded', undefined, undefined, 'nameTooLong']);
});
