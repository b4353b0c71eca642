import { locale } from './locale';

type Write = (time: string, isClock?: boolean) => string;

/**
 * Times are told in UTC and say so, as the command line does. A camera's clock whose zone is unknown is written as it stood and says no zone:
 * the program tells it as if it were UTC.
 */
const write = (options: Intl.DateTimeFormatOptions): Write => (time, isClock = false) =>
  withZone(new Intl.DateTimeFormat(locale(), { ...options, timeZone: 'UTC' }).format(new Date(time)), isClock);

const withZone = (words: string, isClock: boolean): string => (isClock ? words : `${words} UTC`);

export const formatDay = write({ dateStyle: 'medium' });

export const formatInstant = write({ dateStyle: 'medium', timeStyle: 'short' });

export const formatInstantExactly = write({ dateStyle: 'medium', timeStyle: 'medium' });

export const formatTime = write({ timeStyle: 'medium' });

/** One day, or the first and the last. */
export function formatDays(first: string, last: string, isClock = false): string {
  return withZone(new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeZone: 'UTC' }).formatRange(new Date(first), new Date(last)), isClock);
}
