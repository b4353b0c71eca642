/** What came of an export. */
export interface Exported {
  folder: string;
  written: number;
  alreadyThere: number;
  leftOut: number;
  failed: number;
  waiting: number;
  leftovers: string[];
}

/** Reads a run's summary, which has no type of its own in the program's description; undefined for one of another kind. */
export function readExported(summary: unknown): Exported | undefined {
  if (typeof summary !== 'object' || summary === null || !('folder' in summary) || typeof summary.folder !== 'string') return undefined;
  const members: Record<string, unknown> = { ...summary };
  const count = (name: string): number => (typeof members[name] === 'number' ? members[name] : 0);
  return {
    folder: summary.folder,
    written: count('written'),
    alreadyThere: count('alreadyThere'),
    leftOut: count('leftOut'),
    failed: count('failed'),
    waiting: count('waiting'),
    leftovers: Array.isArray(members.leftovers) ? members.leftovers.filter((path) => typeof path === 'string') : [],
  };
}
