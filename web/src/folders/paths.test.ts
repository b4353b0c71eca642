import { expect, test } from 'vitest';
import { inside } from './paths';

test('a new folder is named as the system of its parent writes paths', () => {
  expect(inside('/home/ada', 'lake')).toBe('/home/ada/lake');
  expect(inside('/', 'lake')).toBe('/lake');
  expect(inside('C:\\Users\\ada', 'lake')).toBe('C:\\Users\\ada\\lake');
  expect(inside('C:\\', 'lake')).toBe('C:\\lake');
  expect(inside('/home/ada', '')).toBe('/home/ada');
});
