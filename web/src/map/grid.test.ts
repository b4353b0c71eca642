import { expect, test } from 'vitest';
import { gridLines } from './grid';

test('a town gets some lines both ways, not thousands', () => {
  const lines = gridLines([11.86, 43.45, 11.9, 43.48]).features;
  expect(lines.length).toBeGreaterThan(5);
  expect(lines.length).toBeLessThan(30);
});

test('the whole earth gets lines too', () => {
  expect(gridLines([-180, -85, 180, 85]).features.length).toBeLessThan(40);
});
