import { expect, test } from 'vitest';
import { inside, outermost } from './paths';

test('a new folder is named as the system of its parent writes paths', () => {
  expect(inside('/home/ada', 'lake')).toBe('/home/ada/lake');
  expect(inside('/', 'lake')).toBe('/lake');
  expect(inside('C:\\Users\\ada', 'lake')).toBe('C:\\Users\\ada\\lake');
  expect(inside('C:\\', 'lake')).toBe('C:\\lake');
  expect(inside('/home/ada', '')).toBe('/home/ada');
});

test('of what is dropped the outermost folder is taken', () => {
  expect(outermost('/home/ada/dropped/01ab23cd/DCIM/100GOPRO/1.jpg', 'DCIM/100GOPRO')).toBe('/home/ada/dropped/01ab23cd/DCIM');
  expect(outermost('C:\\mtpdu\\dropped\\01ab23cd\\DCIM\\1.jpg', 'DCIM')).toBe('C:\\mtpdu\\dropped\\01ab23cd\\DCIM');
  expect(outermost('/home/ada/dropped/01ab23cd/1.jpg', '')).toBe('/home/ada/dropped/01ab23cd');
});
