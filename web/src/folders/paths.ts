/** The last name of a path of any system. */
export const nameOf = (path: string): string => path.split(/[\\/]/).findLast((name) => name !== '') ?? path;

/**
 * The outermost of the folders that a file was dropped in; for one that was dropped alone, where it lies.
 * @param path Of its copy.
 * @param folder Such as DCIM/100GOPRO.
 */
export function outermost(path: string, folder: string): string {
  const deep = Math.max(1, folder.split('/').length);
  return path.split(/(?=[\\/])/).slice(0, -deep).join('');
}

/** The path of a file or folder in a folder, as that one's system writes it; the folder itself for no name. */
export function inside(folder: string, name: string): string {
  if (name === '') return folder;
  const separator = folder.includes('\\') && !folder.includes('/') ? '\\' : '/';
  return folder.endsWith(separator) ? `${folder}${name}` : `${folder}${separator}${name}`;
}
