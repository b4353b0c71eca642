import type { PhotoColumns, Reason } from '../api/types';

export interface LeftOutGroup {
  reason: Reason;
  photos: { id: number; name: string }[];
}

/** Photos that are left out, by their reason, the most frequent first. */
export function leftOutGroups(photos: PhotoColumns): LeftOutGroup[] {
  const groups = new Map<string, LeftOutGroup>();
  photos.reasons.forEach((code, index) => {
    const id = photos.ids[index];
    if (code === null || id === undefined) return;
    const group = groups.get(code) ?? { reason: { code, text: photos.reasonTexts[code] ?? code, nextStep: photos.nextSteps[code] }, photos: [] };
    groups.set(code, group);
    group.photos.push({ id, name: photos.names[index] ?? '' });
  });
  return [...groups.values()].sort((one, other) => other.photos.length - one.photos.length);
}
