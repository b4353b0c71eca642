/** What program and page say to each other: metres, degrees, bytes, seconds; times are ISO 8601 in UTC. */

export type State = 'waiting' | 'sent' | 'published' | 'visible' | 'missing' | 'left_out' | 'failed' | 'dry_run';
export type PartState = 'draft' | 'uploading' | 'uploaded' | 'publishing' | 'processing' | 'live' | 'failed' | 'dry_run';

export interface Reason {
  code: string;
  text: string;
  nextStep?: string | null;
}

export interface DestinationState {
  destination: string;
  parts: number;
  states: Partial<Record<PartState, number>>;
  visible: number;
  missing: number;
  failed: number;
  photos: number;
  imageUrl?: string | null;
}

export interface SequenceCard {
  id: number;
  name: string;
  description: string;
  tags: string[];
  /** Parent-Child. */
  transport: string;
  photos: number;
  leftOut: number;
  createdAt: string;
  firstTakenAt?: string | null;
  lastTakenAt?: string | null;
  distance: number;
  /** Longitude, latitude; at most 60 points. */
  line: [number, number][];
  destinations: DestinationState[];
  /** The sequence that the photos went with. */
  sentWith?: number | null;
}

export interface SequencePage {
  total: number;
  sequences: SequenceCard[];
}

export interface EditRow {
  id: number;
  kind: string;
  text: string;
}

export interface SequenceDetail extends SequenceCard {
  timeZone?: string | null;
  needsTimeZone: boolean;
  maxGap: number;
  maxJump: number;
  edits: EditRow[];
  canUndo: boolean;
  canRedo: boolean;
  seconds: number;
  /** West, south, east, north. */
  bounds?: [number, number, number, number] | null;
}

export interface SequenceChange {
  name?: string;
  description?: string;
  tags?: string[];
  transport?: string;
  timeZone?: string;
  maxGap?: number;
  maxJump?: number;
}

/** One entry a photo in each column; those that are left out come last. */
export interface PhotoColumns {
  ids: number[];
  names: string[];
  latitudes: (number | null)[];
  longitudes: (number | null)[];
  headings: (number | null)[];
  altitudes: (number | null)[];
  takenAt: (string | null)[];
  projections: string[];
  /** The number of the photo's run; -1 when it is left out. */
  runs: number[];
  /** Why each run begins: reason codes and their words. */
  cuts: string[];
  cutTexts: string[];
  reasons: (string | null)[];
  reasonTexts: Record<string, string>;
  nextSteps: Record<string, string>;
  warnings: string[][];
}

export interface PhotoFacts {
  id: number;
  path: string;
  size: number;
  facts: { name: string; value: string; source?: string | null }[];
  warnings: Reason[];
}

export type EditRequest =
  | { kind: 'geotag'; files: string[]; maxGap?: number; sameSecond?: boolean; onlyMissing?: boolean }
  | { kind: 'shift_time'; seconds: number }
  | { kind: 'time_zone'; zone: string }
  | { kind: 'space'; by: 'seconds' | 'metres' | 'altitude'; least: number }
  | { kind: 'outliers'; mode: 'drop' | 'smooth'; metres: number }
  | { kind: 'heading_offset'; degrees: number }
  | { kind: 'headings'; source: 'keep' | 'compute' }
  | { kind: 'remove'; photos: number[] }
  | { kind: 'privacy'; latitude: number; longitude: number; metres: number }
  | { kind: 'trim'; end: 'start' | 'end'; metres: number };

export type EditKind = EditRequest['kind'];

export interface Proposal {
  kind: string;
  text: string;
  edit: EditRequest;
}

export interface PlanPart {
  number: number;
  photos: number;
  bytes: number;
  cut: Reason & { detail?: string | null };
  from: string;
  to: string;
  firstPhoto: string;
  lastPhoto: string;
  warnings: Reason[];
}

export interface PlanView {
  destination: string;
  refusal?: Reason | null;
  needsTimeZone: boolean;
  obstacle?: string | null;
  photos: number;
  bytes: number;
  parts: PlanPart[];
  leftOut: { reason: Reason; photos: { id?: number | null; name: string }[] }[];
  alreadyThere: number;
  corrected: number;
  proposals: Proposal[];
}

export interface LifeLineRow {
  photoId?: number | null;
  name: string;
  path: string;
  destination?: string | null;
  account?: string | null;
  part?: number | null;
  state: State | 'here';
  at?: string | null;
  imageId?: string | null;
  imageUrl?: string | null;
  reason?: Reason | null;
  message?: string | null;
  nextStep?: string | null;
  formerImageIds: string[];
}

export interface LifeLinePage {
  total: number;
  lines: LifeLineRow[];
  /** By destination, whatever was asked for; under `here` photos that are nowhere else. */
  counts: Record<string, Partial<Record<State | 'here', number>>>;
}

export interface Records {
  sequences: { id: string; record: unknown; receivedAt: string }[];
  images: { imageId: string; photoId?: number | null; record: unknown; receivedAt: string }[];
  sessions: { destination: string; key: string; state?: string | null; reason?: string | null; record: unknown; receivedAt: string }[];
}

export interface PartView {
  destination: string;
  number: number;
  state: PartState;
  photos: number;
  sent: number;
  visible: number;
  missing: number;
  failed: number;
  sessionKey?: string | null;
  publicationId?: string | null;
  remoteSequenceIds: string[];
  nextLookAt?: string | null;
  error?: string | null;
  nextStep?: string | null;
}

export interface TransportParent {
  parent: string;
  children: string[];
  isAir: boolean;
}

export interface Place {
  name: string;
  path: string;
}

export interface FolderView {
  path: string;
  parent?: string | null;
  folders: Place[];
  photos: number;
  otherFiles: number;
  places: Place[];
}

export interface ImportRequest {
  paths: string[];
  name: string;
  description?: string;
  tags?: string[];
  transport: string;
  timeZone?: string;
  maxGap?: number;
  maxJump?: number;
}

export interface DestinationCard {
  name: string;
  title: string;
  ready: boolean;
  reason?: string | null;
  nextStep?: string | null;
  /** The service to sign in at, when that is what lacks. */
  service?: string | null;
  isPractice: boolean;
  /** Whose token is used unless another is named. */
  account?: string | null;
  /** All that are signed in there. */
  accounts: string[];
  address?: string | null;
}

export interface SendRequest {
  destinations: string[];
  dryRun: boolean;
  follow: boolean;
  /** Bytes a second. */
  bandwidth?: number;
  resend?: boolean;
  /** Whose token to use; needed where several are signed in. */
  account?: string;
}

export type RunKind = 'import' | 'inspect' | 'send' | 'follow' | 'verify' | 'sync' | 'export' | 'login' | 'practice';
export type RunState = 'running' | 'pausing' | 'done' | 'failed' | 'paused' | 'cancelled';

export interface RunStarted {
  run: string;
}

export interface RunView {
  id: string;
  kind: RunKind;
  sequence?: number | null;
  state: RunState;
  startedAt: string;
  message?: string | null;
  exitCode?: number | null;
  result?: unknown;
}

export type RunEvent =
  | { type: 'progress'; photosSent: number; photos: number; bytesSent: number; bytes: number; bytesPerSecond: number; secondsLeft?: number | null; parallel: number }
  | { type: 'files'; read: number; of: number }
  | ({ type: 'part' } & PartView)
  | { type: 'waiting'; photo?: string | null; seconds: number; why: string }
  | { type: 'failed'; photo: string; code: string; message: string }
  | { type: 'note'; message: string }
  | { type: 'open'; url: string }
  | { type: 'left_out'; path: string; reason: string }
  | { type: 'safe'; path: string; size: number; destination: string; imageId: string }
  | { type: 'keep'; path: string; reason: string }
  | { type: 'end'; state: RunState; exitCode?: number | null; message?: string | null; summary?: unknown };

export interface Account {
  name: string;
  user?: string | null;
  scopes?: string[] | null;
  signedInAt?: string | null;
  expiresAt?: string | null;
  store: string;
  /** By a setting, not by signing in. */
  given: boolean;
}

export interface ServiceView {
  name: string;
  title: string;
  /** Keys that `.env` lacks. */
  missing: string[];
  /** Whether a token that was got elsewhere can be given. */
  takesTokens: boolean;
  /** The chapter of the README that tells how to set it up. */
  guide: string;
  accounts: Account[];
  consent?: { server: string; given: boolean; at?: string | null } | null;
}

export interface Setting {
  key: string;
  isSet: boolean;
  /** Never of a secret. */
  value?: string | null;
  explanation: string;
}

export interface SignedOut {
  account: string;
  revoked: boolean;
  message: string;
}

export interface SettingsView {
  home: string;
  catalog: string;
  envFiles: string[];
  settings: Setting[];
  version: string;
}

export interface Check {
  name: string;
  ok: boolean;
  detail: string;
  nextStep?: string | null;
}
