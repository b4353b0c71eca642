import type { PhotoColumns } from '../api/types';
import { positionOf } from '../map/features';
import { metresBetween } from '../map/geodesy';

export interface ToNext {
  metres?: number;
  seconds?: number;
}

/** How far the next photo of the sequence is; undefined when there is none. */
export function toNext(photos: PhotoColumns, index: number): ToNext | undefined {
  const isIn = (at: number): boolean => (photos.runs[at] ?? -1) >= 0;
  if (!isIn(index) || !isIn(index + 1)) return undefined;
  const here = positionOf(photos, index);
  const there = positionOf(photos, index + 1);
  const now = photos.takenAt[index];
  const then = photos.takenAt[index + 1];
  return {
    metres: here && there && metresBetween(here, there),
    seconds: now && then ? (Date.parse(then) - Date.parse(now)) / 1_000 : undefined,
  };
}

/** A photo that was chosen, and where it stood then. Files that could not be read have no id of their own. */
export interface Choice {
  id?: number;
  index: number;
}

/** Where the chosen photo stands now, or the first when it is there no more. */
export function indexOf(photos: PhotoColumns, { id, index }: Choice): number {
  if (id === undefined || photos.ids[index] === id) return index;
  return Math.max(0, photos.ids.indexOf(id));
}
