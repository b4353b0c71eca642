import { locale } from './locale';

const write = (options: Intl.DateTimeFormatOptions) => (time: string): string => new Intl.DateTimeFormat(locale(), options).format(new Date(time));

export const formatDay = write({ dateStyle: 'medium' });

export const formatInstant = write({ dateStyle: 'medium', timeStyle: 'short' });

export const formatInstantExactly = write({ dateStyle: 'medium', timeStyle: 'medium' });

/** One day, or the first and the last. */
export function formatDays(first: string, last: string): string {
  return new Intl.DateTimeFormat(locale(), { dateStyle: 'medium' }).formatRange(new Date(first), new Date(last));
}
