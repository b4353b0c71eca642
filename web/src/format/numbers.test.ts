import { expect, test } from 'vitest';
import { formatBytes, formatCount, formatDistance, formatDuration, formatPercent, formatSpeed } from './numbers';

test.each([[0, '0 m'], [4.71, '4.7 m'], [999, '999 m'], [1_000, '1 km'], [2_104, '2.1 km'], [48_300, '48 km']])('%d metres are %s', (metres, words) => {
  expect(formatDistance(metres)).toBe(words);
});

test.each([[0, '0 byte'], [999, '999 byte'], [4_213_377, '4.2 MB'], [1_730_000_000, '1.7 GB'], [52_000_000_000_000, '52 TB'], [2e18, '2,000,000 TB']])('%d bytes are %s', (bytes, words) => {
  expect(formatBytes(bytes)).toBe(words);
});

test.each([[0, '0 sec'], [-3, '0 sec'], [59.6, '1 min'], [61, '1 min 1 sec'], [3_600, '1 hr'], [3_660, '1 hr 1 min'], [90_061, '1 day 1 hr']])('%d seconds are %s', (seconds, words) => {
  expect(formatDuration(seconds)).toBe(words);
});

test('speed is told in bits, as providers do', () => {
  expect(formatSpeed(1_250_000)).toBe('10 Mb/s');
});

test('counts and percents are readable', () => {
  expect(formatCount(50_000)).toBe('50,000');
  expect(formatPercent(0.456)).toBe('46%');
});
