const longest = 100;

/** A proposal: the last folder's name. */
export function nameFor(paths: readonly string[]): string {
  const [first] = paths;
  if (paths.length !== 1 || first === undefined || /\.jpe?g$/i.test(first)) return '';
  const folder = first.split(/[\\/]/).findLast((part) => part !== '') ?? '';
  return folder.replaceAll(/[-_]+/g, ' ').trim().slice(0, longest);
}

/** @returns What is wrong with it; undefined when nothing is. */
export function problemOfName(name: string): 'nameNeeded' | 'nameTooLong' | undefined {
  if (name.trim() === '') return 'nameNeeded';
  return name.trim().length > longest ? 'nameTooLong' : undefined;
}
