/** What looking at the photos found. */
export interface Found {
  accepted: number;
  leftOut: number;
  needsTimeZone: boolean;
}

/** Reads a run's summary, which has no type of its own in the program's description. */
export function readFound(summary: unknown): Found {
  const members: Record<string, unknown> = typeof summary === 'object' && summary !== null ? { ...summary } : {};
  const count = (name: string): number => (typeof members[name] === 'number' ? members[name] : 0);
  return { accepted: count('accepted'), leftOut: count('leftOut'), needsTimeZone: members.needsTimeZone === true };
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
