import { locale } from './locale';

/**
 * Times are told in the reader's zone. A camera's clock whose zone is unknown is written as it stood: the program tells it as if it were UTC.
 */
const zoneOf = (isClock: boolean): Intl.DateTimeFormatOptions => (isClock ? { timeZone: 'UTC' } : {});

const write = (options: Intl.DateTimeFormatOptions) => (time: string, isClock = false): string =>
  new Intl.DateTimeFormat(locale(), { ...options, ...zoneOf(isClock) }).format(new Date(time));

export const formatDay = write({ dateStyle: 'medium' });

export const formatInstant = write({ dateStyle: 'medium', timeStyle: 'short' });

export const formatInstantExactly = write({ dateStyle: 'medium', timeStyle: 'medium' });

export const formatTime = write({ timeStyle: 'medium' });

/** One day, or the first and the last. */
export function formatDays(first: string, last: string, isClock = false): string {
  return new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', ...zoneOf(isClock) }).formatRange(new Date(first), new Date(last));
}
