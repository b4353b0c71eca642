/** What looking at the photos found. */
export interface Found {
  accepted: number;
  leftOut: number;
  needsTimeZone: boolean;
  cameras: string[];
  /** Words for reason codes. */
  reasonTexts: Record<string, string>;
}

/** Reads a run's summary, which has no type of its own in the program's description. */
export function readFound(summary: unknown): Found {
  const members: Record<string, unknown> = typeof summary === 'object' && summary !== null ? { ...summary } : {};
  const count = (name: string): number => (typeof members[name] === 'number' ? members[name] : 0);
  return {
    accepted: Math.max(0, count('photos') - count('leftOut')),
    leftOut: count('leftOut'),
    needsTimeZone: members.needsTimeZone === true,
    cameras: Array.isArray(members.cameras) ? members.cameras.filter((camera) => typeof camera === 'string') : [],
    reasonTexts: textsOf(members.reasonTexts),
  };
}

function textsOf(value: unknown): Record<string, string> {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}

/** Left-out files by their reason, the most frequent first. */
export function byReason(leftOut: readonly { path: string; reason: string }[]): [string, string[]][] {
  const groups = new Map<string, string[]>();
  for (const { path, reason } of leftOut) {
    const paths = groups.get(reason);
    if (paths) paths.push(path);
    else groups.set(reason, [path]);
  }
  return [...groups].sort(([, one], [, other]) => other.length - one.length);
}
