import { expect, test } from 'vitest';
import type { PartView, RunEvent } from '../api/types';
import { byDestination } from './byDestination';
import { advance, most, noProgress, notesBesideEnd, shareOf } from './runProgress';

const part = (destination: string, number: number, sent: number): RunEvent => ({
  type: 'part', destination, number, sent, state: 'uploading', photos: 10, visible: 0, missing: 0, failed: 0,
});

const progress = (bytesSent: number, destination = 'mapillary'): RunEvent => ({ type: 'progress', destination, photosSent: 1, photos: 4, bytesSent, bytes: 400, bytesPerSecond: 50, secondsLeft: 2, parallel: 4 });

test('nothing is known before the first event', () => {
  expect(shareOf(noProgress)).toBeUndefined();
});

test('the share goes by bytes, then by photos, then by files', () => {
  expect(shareOf(advance(noProgress, [{ type: 'files', read: 1, of: 4 }]))).toBe(0.25);
  expect(shareOf(advance(noProgress, [{ type: 'files', read: 1, of: 4 }, progress(200)]))).toBe(0.5);
  expect(shareOf(advance(noProgress, [{ ...progress(0), bytes: 0 } as RunEvent]))).toBe(0.25);
});

test('the share never passes the whole, even when bytes were sent twice', () => {
  expect(shareOf(advance(noProgress, [progress(900)]))).toBe(1);
});

test('a part is told once, as it was told last, in order of destinations and numbers', () => {
  const { parts } = advance(noProgress, [part('practice', 1, 0), part('mapillary', 2, 1), part('mapillary', 1, 2), part('mapillary', 2, 5)]);
  expect(parts.map(({ destination, number, sent }: PartView) => [destination, number, sent])).toEqual([['mapillary', 1, 2], ['mapillary', 2, 5], ['practice', 1, 0]]);
});

test('all failures and left-out files are kept, of retries the newest and their number', () => {
  const many = Array.from({ length: 80 }, (_, index): RunEvent[] => [
    { type: 'failed', path: `/p/${index}.jpg`, destination: 'mapillary', code: 'refused-by-destination', message: 'no' },
    { type: 'left_out', path: `/p/${index}.jpg`, reason: 'no-position' },
    { type: 'waiting', photo: `${index}.jpg`, seconds: 2, why: 'busy' },
  ]).flat();
  const told = advance(noProgress, many);
  expect([told.failures.size, told.leftOut.length, told.retryCount, told.retries.length]).toEqual([80, 80, 80, most]);
  expect(told.retries.at(-1)?.photo).toBe('79.jpg');
});

test('a photo that fails at two destinations is told for each, and once for each', () => {
  const failed = (destination: string, code: string): RunEvent => ({ type: 'failed', path: '/p/1.jpg', destination, code });
  const { failures } = advance(noProgress, [failed('mapillary', 'unreadable'), failed('practice', 'unreadable'), failed('mapillary', 'file-missing')]);
  expect(byDestination(failures.values()).map(([destination, photos]) => [destination, photos.map(({ code }) => code)])).toEqual([['mapillary', ['file-missing']], ['practice', ['unreadable']]]);
});

test('what goes to several destinations is told for each, and the share is of the last one', () => {
  const sent = (destination: string): RunEvent => ({ type: 'sent', destination, alreadySent: 1, dryRun: 0 });
  const told = advance(noProgress, [progress(400), sent('mapillary'), progress(50, 'practice'), progress(100, 'practice')]);
  expect(told.bytes.map(({ destination, bytesSent }) => [destination, bytesSent])).toEqual([['mapillary', 400], ['practice', 100]]);
  expect(told.sent.map(({ destination }) => destination)).toEqual(['mapillary']);
  expect(shareOf(told)).toBe(0.25);
});

test('parts of the same number are told apart by sequence and account', () => {
  const others: RunEvent[] = [{ ...part('practice', 1, 3), otherSequence: 7 } as RunEvent, { ...part('practice', 1, 4), account: 'ada' } as RunEvent];
  const { parts } = advance(noProgress, [...others, part('practice', 1, 5)]);
  expect(parts.map(({ sent }) => sent)).toEqual([5, 4, 3]);
});

test('what cannot be asked is told once: by the end, if that tells it', () => {
  const note = (cause?: string): RunEvent => ({ type: 'note', message: `It cannot be asked: ${cause}.`, cause });
  const told = advance(noProgress, [note('nobody answers'), note('it is busy'), note()]);
  expect(notesBesideEnd(told)).toHaveLength(3);
  const ended = advance(told, [{ type: 'end', state: 'failed', exitCode: 5, message: 'nobody answers. Try again later.' }]);
  expect(notesBesideEnd(ended).map(({ cause }) => cause)).toEqual(['it is busy', undefined]);
});

test('events leave the progress before them as it was', () => {
  const before = advance(noProgress, [{ type: 'note', message: 'one' }]);
  advance(before, [{ type: 'note', message: 'two' }]);
  expect(before.notes.map(({ message }) => message)).toEqual(['one']);
  expect(noProgress.notes).toEqual([]);
});

test('originals are told apart: safe to delete, to be kept', () => {
  const told = advance(noProgress, [
    { type: 'safe', path: '/p/1.jpg', size: 7, destination: 'mapillary', imageId: '1' },
    { type: 'keep', path: '/p/2.jpg', reason: 'not-shown' },
  ]);
  expect([told.safe.map(({ path }) => path), told.keep.map(({ path }) => path)]).toEqual([['/p/1.jpg'], ['/p/2.jpg']]);
});

test('the end tells how it ended', () => {
  expect(advance(noProgress, [{ type: 'end', state: 'failed', exitCode: 3, message: 'One photo failed.' }]).end).toMatchObject({ state: 'failed', exitCode: 3, message: 'One photo failed.' });
});
