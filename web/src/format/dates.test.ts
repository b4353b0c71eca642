import { expect, test, vi } from 'vitest';
import { formatDays, formatInstant } from './dates';

test('a clock without a zone is written as it stood, wherever the reader is', () => {
  vi.stubEnv('TZ', 'Pacific/Auckland');

  expect(formatInstant('2026-05-01T14:00:00Z', true)).toContain('2:00');
  expect(formatInstant('2026-05-01T14:00:00Z')).not.toContain('May 1');
  expect(formatDays('2026-05-01T14:00:00Z', '2026-05-01T15:00:00Z', true)).toContain('May 1');
});
