import { expect, test } from 'vitest';
import { begin, step } from './assistant';
import { byReason, readFound } from './found';
import { nameFor, problemOfName } from './naming';

test('going back keeps what was chosen', () => {
  const found = step(begin, { to: 'found', paths: ['/p'], run: 'r1' });
  expect(step(found, { to: 'back' })).toMatchObject({ at: 'choose', paths: ['/p'] });
});

test('going back from describing leads to what was found, and what was typed stays', () => {
  const describing = step(step(begin, { to: 'found', paths: ['/p'], run: 'r1' }), { to: 'describe', found: begin.found });
  const draft = { ...describing.draft, name: 'Canal', tags: ['boat'] };
  const back = step(step(describing, { to: 'draft', draft }), { to: 'back' });
  expect(back).toMatchObject({ at: 'found', inspectRun: 'r1', draft });
  expect(step(back, { to: 'found', paths: ['/q'], run: 'r2' }).draft).toEqual(draft);
});

test('a name that was only proposed follows the photos', () => {
  const first = step(begin, { to: 'found', paths: ['/2026 Canal'], run: 'r1' });
  expect([first.draft.name, step(first, { to: 'found', paths: ['/2026 Lake'], run: 'r2' }).draft.name]).toEqual(['2026 Canal', '2026 Lake']);
});

test('what was found is read from the summary, whatever it is', () => {
  expect(readFound({ photos: 12, leftOut: 2, needsTimeZone: true, cameras: ['NIKON'], warnings: { 'gps-date-off': 9 }, passedOver: { '.gpx': 1, '.mp4': 2 }, reasonTexts: { 'no-position': 'has no GPS position' } }))
    .toEqual({ accepted: 10, leftOut: 2, needsTimeZone: true, cameras: ['NIKON'], doubts: [['gps-date-off', 9]], passedOver: [['.mp4', 2], ['.gpx', 1]], reasonTexts: { 'no-position': 'has no GPS position' } });
  expect(readFound('nothing')).toEqual({ accepted: 0, leftOut: 0, needsTimeZone: false, cameras: [], doubts: [], passedOver: [], reasonTexts: {} });
});

test('left-out files are grouped by reason, the most frequent first', () => {
  expect(byReason([{ path: 'a', reason: 'x' }, { path: 'b', reason: 'y' }, { path: 'c', reason: 'y' }])).toEqual([['y', ['b', 'c']], ['x', ['a']]]);
});

test.each([
  [['/home/ada/2026-05-16_Arezzo'], '2026 05 16 Arezzo'], [['D:\\Photos\\Canal\\'], 'Canal'], [['/a', '/b'], ''], [['/a/1.JPG'], ''], [['/h/dropped/01ab23cd'], ''], [['/h/dropped/01ab23cd/Lake_walk'], 'Lake walk'],
])('%j proposes the name %j', (paths, name) => {
  expect(nameFor(paths)).toBe(name);
});

test('a name has 1 to 100 characters', () => {
  expect([problemOfName(' '), problemOfName('a'), problemOfName('a'.repeat(100)), problemOfName('a'.repeat(101))]).toEqual(['nameNeeded', undefined, undefined, 'nameTooLong']);
});
