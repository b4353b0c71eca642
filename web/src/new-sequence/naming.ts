import { nameOf } from '../folders/paths';

const longest = 100;

/** A proposal: the last folder's name. */
export function nameFor(paths: readonly string[]): string {
  const [first] = paths;
  if (paths.length !== 1 || first === undefined || /\.jpe?g$/i.test(first) || isDropped(first)) return '';
  return nameOf(first).replaceAll(/[-_]+/g, ' ').trim().slice(0, longest);
}

/** What was dropped without a folder lies in one whose name says nothing. */
const isDropped = (path: string): boolean => /[\\/]dropped[\\/][0-9a-f]{8}$/.test(path);

/** @returns What is wrong with it; undefined when nothing is. */
export function problemOfName(name: string): 'nameNeeded' | 'nameTooLong' | undefined {
  if (name.trim() === '') return 'nameNeeded';
  return name.trim().length > longest ? 'nameTooLong' : undefined;
}
