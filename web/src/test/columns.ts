import type { PhotoColumns } from '../api/types';

interface Row {
  id?: number;
  run: number;
  /** Longitude, latitude. */
  at: [number, number] | null;
  heading?: number | null;
  takenAt?: string | null;
  reason?: string;
}

/** Photos for tests: what a row does not say is the same for all. */
export function columns(rows: Row[]): PhotoColumns {
  return {
    ids: rows.map(({ id }, index) => id ?? index + 1),
    names: rows.map((_, index) => `${index + 1}.jpg`),
    longitudes: rows.map(({ at }) => at?.[0] ?? null),
    latitudes: rows.map(({ at }) => at?.[1] ?? null),
    headings: rows.map(({ heading }) => (heading === undefined ? 90 : heading)),
    altitudes: rows.map(() => null),
    takenAt: rows.map(({ takenAt }, index) => (takenAt === undefined ? new Date(index * 2_000).toISOString() : takenAt)),
    projections: rows.map(() => 'flat'),
    runs: rows.map(({ run }) => run),
    cuts: ['first', 'gap'],
    reasons: rows.map(({ reason }) => reason ?? null),
    reasonTexts: { 'duplicate-position': 'shows the same place', 'no-position': 'has no GPS position' },
    warnings: rows.map(() => []),
  };
}
