import { expect, test } from 'vitest';
import { nameOf } from '../folders/paths';
import { countStates, destinationsIn } from '../life-lines/counts';
import { fitted, moved, zoomed } from '../viewer/zoom';
import { partStateOf } from './partStateOf';
import { isTag } from './tags';
import { isTimeZone } from './timeZones';
import { split } from './transportIcons';

test.each(['old-town', 'Straße', '2026', 'a'.repeat(30)])('%s is a tag', (tag) => expect(isTag(tag)).toBe(true));

test.each(['', 'old town', 'a_b', 'a'.repeat(31)])('%j is no tag', (tag) => expect(isTag(tag)).toBe(false));

test.each(['Europe/Rome', 'UTC', 'utc', '+02:00', '-03', '+05:30:15'])('%s is a time zone', (zone) => expect(isTimeZone(zone)).toBe(true));

test.each(['', 'Europe/', 'Rome', '+2', '02:00', '+0200', '+02:00 '])('%j is no time zone', (zone) => expect(isTimeZone(zone)).toBe(false));

test('a transport type splits at its first hyphen', () => {
  expect(split('Earth-Electric Bicycle')).toEqual(['Earth', 'Electric Bicycle']);
  expect(split('Unknown')).toEqual(['Unknown', '']);
});

test('a failed part is what one sees first', () => {
  expect(partStateOf({ states: { live: 9, failed: 1 } })).toBe('failed');
  expect(partStateOf({ states: { live: 2, processing: 1 } })).toBe('processing');
});

test('paths of any system have names', () => {
  expect(nameOf('C:\\Photos\\Canal\\')).toBe('Canal');
});

test('states are counted at one destination or at all', () => {
  const counts = { mapillary: { visible: 3, failed: 1 }, practice: { visible: 4 }, here: { here: 2 } };
  expect(countStates(counts, undefined)).toEqual([['here', 2], ['visible', 7], ['failed', 1]]);
  expect(countStates(counts, 'practice')).toEqual([['visible', 4]]);
  expect(destinationsIn(counts)).toEqual(['mapillary', 'practice']);
});

test('zooming keeps the point under the pointer', () => {
  const view = zoomed(fitted, 2, 100, 50);
  expect(view).toEqual({ scale: 2, x: -100, y: -50 });
  expect(zoomed(view, 0.1)).toEqual(fitted);
});

test('a picture is never moved out of its frame', () => {
  expect(moved({ scale: 2, x: 0, y: 0 }, 900, -900, 400, 200)).toEqual({ scale: 2, x: 200, y: -100 });
});
