import { locale } from './locale';

const unit = (value: number, name: string, digits: number, display: 'short' | 'narrow' = 'short'): string =>
  new Intl.NumberFormat(locale(), { style: 'unit', unit: name, unitDisplay: display, maximumFractionDigits: digits }).format(value);

/** Two or three digits that count: 3.4, 34, 340. */
const digitsFor = (value: number): number => (Math.abs(value) < 10 ? 1 : 0);

export const formatCount = (value: number): string => new Intl.NumberFormat(locale()).format(value);

/** @param share 0 to 1. */
export const formatPercent = (share: number): string =>
  new Intl.NumberFormat(locale(), { style: 'percent', maximumFractionDigits: 0 }).format(share);

export function formatDistance(metres: number): string {
  return metres < 1_000 ? unit(metres, 'meter', digitsFor(metres)) : unit(metres / 1_000, 'kilometer', digitsFor(metres / 1_000));
}

const byteUnits = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'];

export function formatBytes(bytes: number): string {
  const step = bytes < 1_000 ? 0 : Math.min(byteUnits.length - 1, Math.floor(Math.log10(bytes) / 3));
  const value = bytes / 1_000 ** step;
  return unit(value, byteUnits[step] ?? 'byte', step === 0 ? 0 : digitsFor(value));
}

export function formatSpeed(bytesPerSecond: number): string {
  return unit((bytesPerSecond * 8) / 1_000_000, 'megabit-per-second', 1);
}

/** The two largest units: 3 hr 5 min. */
export function formatDuration(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  const pieces: [number, string][] = [
    [Math.floor(whole / 86_400), 'day'],
    [Math.floor(whole / 3_600) % 24, 'hour'],
    [Math.floor(whole / 60) % 60, 'minute'],
    [whole % 60, 'second'],
  ];
  const first = pieces.findIndex(([value]) => value > 0);
  if (first === -1) return unit(0, 'second', 0);
  return pieces.slice(first, first + 2).filter(([value]) => value > 0).map(([value, name]) => unit(value, name, 0)).join(' ');
}

export const formatDegrees = (degrees: number): string => unit(degrees, 'degree', 0, 'narrow');

export const formatCoordinate = (degrees: number): string => new Intl.NumberFormat(locale(), { minimumFractionDigits: 5, maximumFractionDigits: 5 }).format(degrees);
