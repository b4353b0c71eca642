import type { EntryView, Note, PartView, PhotoDiffers, PhotoFailure, RunEvent, RunState, SafeToDelete, SendProgress, SentThere } from '../api/types';

export interface Retry {
  photo?: string | null;
  seconds: number;
  why: string;
}

/** What a run's events tell so far. */
export interface RunProgress {
  /** Of each destination, the one that is sent to now last. */
  bytes: SendProgress[];
  sent: SentThere[];
  files?: { read: number; of: number };
  parts: PartView[];
  entries: EntryView[];
  /** The newest last; at most {@link most}. */
  retries: Retry[];
  retryCount: number;
  /** By {@link there}, as the differences. */
  failures: ReadonlyMap<string, PhotoFailure>;
  differences: ReadonlyMap<string, PhotoDiffers>;
  notes: Note[];
  leftOut: { path: string; reason: string }[];
  safe: SafeToDelete[];
  keep: { path: string; reason: string }[];
  url?: string;
  end?: { state: RunState; exitCode?: number | null; message?: string | null; summary?: unknown };
}

/** Of what only the newest are of interest, so many are kept. */
export const most = 50;

export const noProgress: RunProgress = {
  bytes: [], sent: [], parts: [], entries: [], retries: [], retryCount: 0, failures: new Map(), differences: new Map(), notes: [], leftOut: [], safe: [], keep: [],
};

/** What a run tells with these events; the lists are copied once, however many events there are. */
export function advance(progress: RunProgress, events: readonly RunEvent[]): RunProgress {
  const next = {
    ...progress,
    parts: [...progress.parts],
    entries: [...progress.entries],
    retries: [...progress.retries],
    failures: new Map(progress.failures),
    differences: new Map(progress.differences),
    notes: [...progress.notes],
    leftOut: [...progress.leftOut],
    safe: [...progress.safe],
    keep: [...progress.keep],
  };
  for (const event of events) take(next, event);
  return next;
}

/** Tells a photo at one destination from the same photo at another. */
const there = ({ destination, path }: { destination: string; path: string }): string => `${destination} ${path}`;

type Growing = RunProgress & { failures: Map<string, PhotoFailure>; differences: Map<string, PhotoDiffers> };

function take(next: Growing, event: RunEvent): void {
  switch (event.type) {
    case 'progress':
      next.bytes = withThere(next.bytes, event);
      break;
    case 'sent':
      next.sent = withThere(next.sent, event);
      break;
    case 'files':
      next.files = { read: event.read, of: event.of };
      break;
    case 'part':
      next.parts = withPart(next.parts, event);
      break;
    case 'entry':
      next.entries = [...next.entries.filter((other) => !isSameEntry(other, event)), event];
      break;
    case 'waiting':
      keepNewest(next.retries, { photo: event.photo, seconds: event.seconds, why: event.why });
      next.retryCount += 1;
      break;
    case 'failed':
      next.failures.set(there(event), event);
      break;
    case 'differs':
      next.differences.set(there(event), event);
      break;
    case 'note':
      keepNewest(next.notes, event);
      break;
    case 'open':
      next.url = event.url;
      break;
    case 'left_out':
      next.leftOut.push({ path: event.path, reason: event.reason });
      break;
    case 'safe':
      next.safe.push(event);
      break;
    case 'keep':
      next.keep.push({ path: event.path, reason: event.reason });
      break;
    case 'end':
      next.end = { state: event.state, exitCode: event.exitCode, message: event.message, summary: event.summary };
      break;
  }
}

const isSameEntry = (one: EntryView, other: EntryView): boolean =>
  one.server === other.server && one.destination === other.destination && one.part === other.part && one.sequenceKey === other.sequenceKey;

function keepNewest<Item>(items: Item[], item: Item): void {
  items.push(item);
  if (items.length > most) items.shift();
}

const withThere = <Item extends { destination: string }>(items: Item[], item: Item): Item[] =>
  [...items.filter(({ destination }) => destination !== item.destination), item];

/** Tells a part from all others that a run may tell of. */
export const keyOf = ({ account, destination, number, otherSequence }: PartView): string => [otherSequence, destination, account, number].join(' ');

function withPart(parts: PartView[], part: PartView): PartView[] {
  return [...parts.filter((other) => keyOf(other) !== keyOf(part)), part].sort((one, other) =>
    (one.otherSequence ?? 0) - (other.otherSequence ?? 0) || one.destination.localeCompare(other.destination)
    || (one.account ?? '').localeCompare(other.account ?? '') || one.number - other.number);
}

/** Those that the end of the run does not tell, too. */
export const notesBesideEnd = ({ end, notes }: RunProgress): Note[] => notes.filter(({ cause }) => cause == null || !end?.message?.startsWith(cause));

/** 0 to 1, of what goes to the destination that is sent to now; none while nobody knows how much there is. */
export function shareOf({ bytes: all, files }: RunProgress): number | undefined {
  const bytes = all.at(-1);
  if (bytes && bytes.bytes > 0) return Math.min(1, bytes.bytesSent / bytes.bytes);
  if (bytes && bytes.photos > 0) return Math.min(1, bytes.photosSent / bytes.photos);
  if (files && files.of > 0) return Math.min(1, files.read / files.of);
  return undefined;
}
