import { expect, test } from 'vitest';
import { metresBetween } from './geodesy';

test('a degree of latitude is 111.2 km', () => {
  expect(metresBetween([11, 43], [11, 44])).toBeCloseTo(111_195, -1);
});

test('over the antimeridian the short way counts', () => {
  expect(metresBetween([179.999, 0], [-179.999, 0])).toBeCloseTo(222.4, 0);
});

test('a photo is no metre away from itself', () => {
  expect(metresBetween([11, 43], [11, 43])).toBe(0);
});
