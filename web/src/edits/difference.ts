import type { PhotoColumns } from '../api/types';

export interface Difference {
  /** In the sequence before and after, but with another place, time or heading. */
  changed: number;
  /** Left out only after. */
  leftOut: number;
  /** Left out only before. */
  back: number;
}

/** What an edit does to the photos, whatever their order. */
export function difference(before: PhotoColumns, after: PhotoColumns): Difference {
  const places = new Map(before.ids.map((id, index) => [id, index]));
  const found: Difference = { changed: 0, leftOut: 0, back: 0 };
  after.ids.forEach((id, index) => {
    const earlier = places.get(id);
    if (earlier === undefined) return;
    const wasIn = (before.runs[earlier] ?? -1) >= 0;
    const isIn = (after.runs[index] ?? -1) >= 0;
    if (wasIn && !isIn) found.leftOut += 1;
    else if (!wasIn && isIn) found.back += 1;
    else if (isIn && !isSame(before, earlier, after, index)) found.changed += 1;
  });
  return found;
}

const columns = ['latitudes', 'longitudes', 'altitudes', 'headings', 'takenAt'] as const;

const isSame = (before: PhotoColumns, earlier: number, after: PhotoColumns, index: number): boolean =>
  columns.every((column) => before[column][earlier] === after[column][index]);
