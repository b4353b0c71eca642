/** The last name of a path of any system. */
export const nameOf = (path: string): string => path.split(/[\\/]/).findLast((name) => name !== '') ?? path;

/** The folders that files lie in, each once. */
export const foldersOf = (files: readonly string[]): string[] => [...new Set(files.map((file) => file.slice(0, Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')))))];
