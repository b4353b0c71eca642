import { expect, test } from 'vitest';
import { columns } from '../test/columns';
import { boundsOf, drawsLeftOut, featuresOf } from './features';

const photos = columns([
  { run: 0, at: [1, 10] },
  { run: 0, at: [2, 11], heading: null },
  { run: 1, at: [5, 12] },
  { run: -1, at: [9, 19], reason: 'duplicate-position' },
  { run: -1, at: null, reason: 'no-position' },
]);

test('each photo of a run is a mark, with its heading where it has one', () => {
  const marks = featuresOf(photos).photos.features.map(({ properties }) => properties);
  expect(marks).toEqual([{ index: 0, heading: 90, hasHeading: true }, { index: 1, heading: 0, hasHeading: false }, { index: 2, heading: 90, hasHeading: true }]);
});

test('a cut lies where the next run begins, and a gap leads there', () => {
  const { cuts, gaps } = featuresOf(photos);
  expect(cuts.features.map(({ geometry, properties }) => [geometry.coordinates, properties.code])).toEqual([[[5, 12], 'gap']]);
  expect(gaps.features.map(({ geometry }) => geometry.coordinates)).toEqual([[[2, 11], [5, 12]]]);
});

test('photos that are left out are drawn where they were taken, and those without a position nowhere', () => {
  expect(featuresOf(photos).leftOut.features.map(({ properties }) => properties.index)).toEqual([3]);
  expect(drawsLeftOut(photos)).toBe(true);
  expect(drawsLeftOut(columns([{ run: 0, at: [1, 10] }, { run: -1, at: null, reason: 'no-position' }]))).toBe(false);
});

test('the bounds hold the photos of the runs alone', () => {
  expect(boundsOf(photos)).toEqual([1, 10, 5, 12]);
  expect(boundsOf(columns([{ run: -1, at: null, reason: 'no-position' }]))).toBeUndefined();
});
