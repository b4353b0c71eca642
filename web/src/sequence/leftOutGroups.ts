import type { PhotoColumns } from '../api/types';

export interface LeftOutGroup {
  /** A reason's code. */
  code: string;
  /** The program's words for it. */
  text?: string;
  photos: { id: number; name: string }[];
}

/** Photos that are left out, by their reason, the most frequent first. */
export function leftOutGroups(photos: PhotoColumns): LeftOutGroup[] {
  const groups = new Map<string, LeftOutGroup>();
  photos.reasons.forEach((code, index) => {
    const id = photos.ids[index];
    if (code === null || id === undefined) return;
    const group = groups.get(code) ?? { code, text: photos.reasonTexts[code], photos: [] };
    groups.set(code, group);
    group.photos.push({ id, name: photos.names[index] ?? '' });
  });
  return [...groups.values()].sort((one, other) => other.photos.length - one.photos.length);
}
