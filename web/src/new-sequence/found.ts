/** What looking at the photos found. */
export interface Found {
  accepted: number;
  leftOut: number;
  needsTimeZone: boolean;
  cameras: string[];
  /** How many photos have which doubt, by its reason code. */
  doubts: [string, number][];
  /** How many files are no JPEGs, by their extension in small letters with its dot, the most frequent first. */
  passedOver: [string, number][];
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
    doubts: entriesOf(members.warnings, 'number'),
    passedOver: entriesOf(members.passedOver, 'number').sort(([, one], [, other]) => other - one),
    reasonTexts: Object.fromEntries(entriesOf(members.reasonTexts, 'string')),
  };
}

interface Kinds {
  string: string;
  number: number;
}

function entriesOf<Kind extends keyof Kinds>(value: unknown, kind: Kind): [string, Kinds[Kind]][] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).filter((entry): entry is [string, Kinds[Kind]] => typeof entry[1] === kind);
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
