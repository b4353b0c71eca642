/** The last name of a path of any system. */
export const nameOf = (path: string): string => path.split(/[\\/]/).findLast((name) => name !== '') ?? path;

/** The folders that files lie in, each once. */
export const foldersOf = (files: readonly string[]): string[] => [...new Set(files.map((file) => file.slice(0, Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')))))];

/** The path of a file or folder in a folder, as that one's system writes it; the folder itself for no name. */
export function inside(folder: string, name: string): string {
  if (name === '') return folder;
  const separator = folder.includes('\\') && !folder.includes('/') ? '\\' : '/';
  return folder.endsWith(separator) ? `${folder}${name}` : `${folder}${separator}${name}`;
}
