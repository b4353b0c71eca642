import { expect, test } from 'vitest';
import type { RunView, SendRequest } from '../api/types';
import { restOf } from './restOf';

const wish: SendRequest = { destinations: ['mapillary'], dryRun: true, follow: false, account: 'anna', bandwidth: 250_000, organization: '7', resend: false };

const run: RunView = { id: 'a', kind: 'send', sequence: 1, state: 'running', startedAt: '2026-01-02T03:04:05Z', sending: wish };

test('what was stopped goes on as it was wished for, a dry run as a dry run', () => {
  expect(restOf({ ...run, state: 'paused' })).toEqual(wish);
  expect(restOf({ ...run, state: 'cancelled' })).toEqual(wish);
  expect(restOf({ ...run, state: 'failed' })).toEqual(wish);
});

test('what runs or came to its end does not go on', () => {
  expect(restOf({ ...run, state: 'running' })).toBeUndefined();
  expect(restOf({ ...run, state: 'pausing' })).toBeUndefined();
  expect(restOf({ ...run, state: 'done' })).toBeUndefined();
  expect(restOf({ ...run, state: 'paused', sending: undefined })).toBeUndefined();
});
