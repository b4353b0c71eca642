import { expect, test } from 'vitest';
import type { RunView } from '../api/types';
import { addressOf } from './addressOf';
import { sequenceOf } from './sequenceOf';

const run = (change: Partial<RunView>): RunView => ({ id: 'r1', kind: 'send', state: 'running', startedAt: '2026-05-16T08:00:00Z', ...change });

test('sending is shown with its sequence, what has none by itself', () => {
  expect(addressOf(run({ kind: 'send', sequence: 3 }))).toBe('/sequences/3/send');
  expect(addressOf(run({ kind: 'verify', sequence: 3 }))).toBe('/sequences/3/life-lines');
  expect(addressOf(run({ kind: 'import' }))).toBe('/runs/r1');
});

test('the sequence that practice made stands in its result', () => {
  expect(sequenceOf(run({ kind: 'practice', result: { sequence: 4 } }))).toBe(4);
  expect(sequenceOf(run({ kind: 'practice', result: 'none' }))).toBeUndefined();
});
