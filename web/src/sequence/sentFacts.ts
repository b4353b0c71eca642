import type { PhotoColumns } from '../api/types';

/** Facts that edits change. */
export const editable = ['position', 'altitude', 'taken_at', 'heading'] as const;

type SentFacts = Partial<Record<(typeof editable)[number], string>>;

/**
 * What would be sent of a photo, written as the program writes the facts of its file; nothing of one that is left out.
 * @param isClock Its time has no zone.
 */
export function sentFacts(photos: PhotoColumns, index: number, isClock: boolean): SentFacts {
  if ((photos.runs[index] ?? -1) < 0) return {};
  const [latitude, longitude, altitude, heading] = [photos.latitudes, photos.longitudes, photos.altitudes, photos.headings].map((column) => column[index]);
  return {
    position: latitude != null && longitude != null ? `${degrees(latitude)}, ${degrees(longitude)}` : undefined,
    altitude: altitude != null ? `${altitude} m` : undefined,
    taken_at: isClock ? undefined : photos.takenAt[index] ?? undefined,
    heading: heading != null ? `${heading}°` : undefined,
  };
}

/** One to seven decimals. */
const degrees = (value: number): string => value.toFixed(7).replace(/0{1,6}$/, '');
