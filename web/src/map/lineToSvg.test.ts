import { expect, test } from 'vitest';
import { lineToSvg } from './lineToSvg';

test('a line without positions is not drawn', () => {
  expect(lineToSvg([], 100, 60, 10)).toBeUndefined();
});

test('a line fills the drawing up to its padding, north up', () => {
  const drawing = lineToSvg([[10, 0], [10, 1]], 100, 60, 10);
  expect(drawing).toEqual({ path: 'M50 50L50 10', start: [50, 50], end: [50, 10] });
});

test('a degree of longitude is drawn shorter the farther north it is', () => {
  const widthAt = (latitude: number): number => {
    const drawing = lineToSvg([[0, latitude], [1, latitude], [1, latitude + 1]], 1_000, 1_000, 0);
    return (drawing?.end[0] ?? 0) - (drawing?.start[0] ?? 0);
  };
  expect(widthAt(60)).toBeCloseTo(widthAt(0) / 2, 0);
});

test('a line over the antimeridian stays in one piece', () => {
  const drawing = lineToSvg([[179.9, 0], [-179.9, 0]], 100, 60, 10);
  expect(drawing?.path).toBe('M10 30L90 30');
});

test('a single position is drawn in the middle', () => {
  expect(lineToSvg([[11, 43]], 100, 60, 10)?.start).toEqual([50, 30]);
});
