import type { PhotoColumns } from '../api/types';

/** Indexes of the photos whose name has the words in it; on request only those that are left out. */
export function listed(photos: PhotoColumns, words: string, onlyLeftOut: boolean): number[] {
  const wanted = words.trim().toLowerCase();
  const found: number[] = [];
  photos.names.forEach((name, index) => {
    if ((!onlyLeftOut || photos.reasons[index] !== null) && (wanted === '' || name.toLowerCase().includes(wanted))) found.push(index);
  });
  return found;
}
