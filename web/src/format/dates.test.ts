import { expect, test, vi } from 'vitest';
import { formatDay, formatDays, formatInstant, formatTime } from './dates';

const afternoon = '2026-05-01T14:00:00Z';

test('times are told in UTC and say so, wherever the reader is', () => {
  vi.stubEnv('TZ', 'Pacific/Auckland');

  expect(formatInstant(afternoon)).toMatch(/May 1.* 2:00.* UTC$/);
  expect(formatTime(afternoon)).toMatch(/^2:00.* UTC$/);
  expect(formatDay(afternoon)).toBe('May 1, 2026 UTC');
  expect(formatDays(afternoon, '2026-05-01T15:00:00Z')).toBe('May 1, 2026 UTC');
});

test('a clock without a zone is written as it stood and says none', () => {
  vi.stubEnv('TZ', 'Pacific/Auckland');

  expect(formatInstant(afternoon, true)).toContain('2:00');
  expect(formatDays(afternoon, '2026-05-01T15:00:00Z', true)).toBe('May 1, 2026');
});
