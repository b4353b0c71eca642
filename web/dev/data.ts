import type {
  Check, DestinationCard, DestinationState, FolderView, LifeLineView, EntryView, PartView, PhotoColumns, PlanView, Reason, Records, SequenceDetail, ServiceView, SettingsView, State, TransportParent,
} from '../src/api/types';

const day = Date.UTC(2026, 4, 16, 8, 12);
const count = Number(process.env.MADE_UP_PHOTOS ?? 420);

export const transports: TransportParent[] = [
  { parent: 'Earth', isAir: false, children: ['Bicycle', 'Walk', 'Scooter', 'Skateboard', 'Rollerskate', 'Rock Climbing', 'Wheelchair', 'Car', 'Electric Car', 'Electric Bicycle', 'Electric Scooter'] },
  { parent: 'Snow', isAir: false, children: ['Ski', 'Snowboard', 'Snowshoe', 'Ice Skating', 'Snowmobile'] },
  { parent: 'Water', isAir: false, children: ['Swim', 'Paddleboard', 'Scuba Dive', 'Surf', 'Windsurf', 'Kiteboard', 'Canoe', 'Freedive', 'Kayak', 'Row', 'Sail', 'Boat'] },
  { parent: 'Air', isAir: true, children: ['Plane', 'Helicopter', 'Drone', 'Parachute', 'Paraglide', 'Hang Glide', 'Wingsuit', 'BASE Jump', 'Glider'] },
  { parent: 'Other', isAir: false, children: ['Unlisted'] },
];

/** A winding way of photos five metres apart, two runs, some left out. */
export function photosOf(id: number): PhotoColumns {
  const all = id === 1 ? count : 40 + id * 17;
  const leftOut = Math.max(2, Math.floor(all / 60));
  const indexes = Array.from({ length: all }, (_, index) => index);
  const isOut = (index: number) => index >= all - leftOut;
  const at = (index: number): [number, number] => {
    const turn = (index / 70) + id;
    return [11.8781 + id * 0.02 + index * 0.00005 + Math.sin(turn) * 0.0011, 43.4631 + index * 0.00001 + Math.cos(turn * 0.8) * 0.0008];
  };
  return {
    ids: indexes.map((index) => id * 1_000_000 + index),
    names: indexes.map((index) => `DSC_${String(index + 1).padStart(5, '0')}.JPG`),
    latitudes: indexes.map((index) => (index === all - 1 ? null : at(index)[1])),
    longitudes: indexes.map((index) => (index === all - 1 ? null : at(index)[0])),
    headings: indexes.map((index) => (bearing(at(index), at(index + 1)) + (index % 5)) % 360),
    altitudes: indexes.map((index) => 240 + Math.round(Math.sin(index / 30) * 20)),
    takenAt: indexes.map((index) => new Date(day - id * 86_400_000 * 9 + index * 2_000).toISOString()),
    projections: indexes.map(() => (id === 2 ? 'equirectangular' : 'flat')),
    runs: indexes.map((index) => (isOut(index) ? -1 : index < all * 0.6 ? 0 : 1)),
    cuts: ['first', 'gap'],
    reasons: indexes.map((index) => (!isOut(index) ? null : index === all - 1 ? 'no-position' : 'duplicate-position')),
    reasonTexts: { 'no-position': 'has no GPS position', 'duplicate-position': 'shows the same place in the same direction as the one before' },
    warnings: indexes.map((index) => (index % 97 === 5 ? ['heading-computed'] : [])),
  };
}

function bearing([lon, lat]: [number, number], [toLon, toLat]: [number, number]): number {
  return (Math.atan2((toLon - lon) * Math.cos((lat * Math.PI) / 180), toLat - lat) * 180 / Math.PI + 360) % 360;
}

const names = ['Arezzo, old town on foot', 'Canal towpath, full circle', 'Ring road at dawn', 'Harbour by kayak', 'Vineyards above Siena', 'Ski lift to the pass', 'Drone over the quarry', 'Market square'];
const ways = ['Earth-Walk', 'Earth-Bicycle', 'Earth-Car', 'Water-Kayak', 'Earth-Electric Bicycle', 'Snow-Ski', 'Air-Drone', 'Earth-Wheelchair'];

export function detailOf(id: number): SequenceDetail {
  const photos = photosOf(id);
  const kept = photos.ids.filter((_, index) => (photos.runs[index] ?? -1) >= 0).length;
  const line = photos.longitudes.slice(0, kept).flatMap((longitude, index): [number, number][] => (longitude === null || index % Math.ceil(kept / 55) !== 0 ? [] : [[longitude, photos.latitudes[index] ?? 0]]));
  return {
    id,
    name: names[id - 1] ?? `Sequence ${id}`,
    description: id === 1 ? 'From the station up to the cathedral and down to Piazza Grande.' : '',
    tags: id === 1 ? ['arezzo', 'old-town', 'spring'] : [],
    transport: ways[id - 1] ?? 'Earth-Walk',
    photos: kept,
    isSentElsewhere: false,
    leftOut: photos.ids.length - kept,
    firstTakenAt: photos.takenAt[0],
    lastTakenAt: photos.takenAt.at(-1),
    distance: kept * 5.1,
    line,
    destinations: destinationsOf(id, kept),
    sentWith: id === 8 ? 1 : undefined,
    timeZone: id === 1 ? 'Europe/Rome' : undefined,
    needsTimeZone: id === 3,
    rules: { maxGap: 60, maxJump: 100 },
    edits: edits.map((text, index) => ({ id: index + 1, text })),
    canUndo: edits.length > 0,
    canRedo: undone.length > 0,
    seconds: kept * 2,
    bounds: bounds(line),
  };
}

export const edits: string[] = ['times shifted by -3600 s', 'headings turned by 10°'];
export const undone: string[] = [];

function bounds(line: [number, number][]): [number, number, number, number] {
  const longitudes = line.map(([longitude]) => longitude);
  const latitudes = line.map(([, latitude]) => latitude);
  return [Math.min(...longitudes), Math.min(...latitudes), Math.max(...longitudes), Math.max(...latitudes)];
}

function destinationsOf(id: number, photos: number): DestinationState[] {
  if (id === 1) return [{ destination: 'mapillary', states: { live: 1, failed: 1 }, visible: Math.floor(photos * 0.6), missing: 2, failed: 3, photos, imageUrl: 'https://www.mapillary.com/app/?pKey=1' }, { destination: 'practice', states: { live: 2 }, visible: photos, missing: 0, failed: 0, photos, imageUrl: 'http://127.0.0.1:9/image/1' }];
  if (id === 2) return [{ destination: 'mapillary', states: { processing: 1 }, visible: 0, missing: 0, failed: 0, photos }];
  if (id === 3) return [{ destination: 'mapillary', states: { uploading: 1 }, visible: 0, missing: 0, failed: 0, photos }];
  if (id === 5) return [{ destination: 'practice', states: { dry_run: 1 }, visible: 0, missing: 0, failed: 0, photos }];
  return [];
}

export function planOf(id: number, destination: string): PlanView {
  const photos = photosOf(id);
  const kept = photos.runs.filter((run) => run >= 0).length;
  const half = Math.floor(photos.ids.length * 0.6);
  const part = (number: number, from: number, to: number, code: string, text: string) => ({
    number, photos: to - from, bytes: (to - from) * 4_200_000, cut: { code, text, detail: number === 1 ? null : 'pause of 4 min 12 s, 38 m' },
    from: photos.takenAt[from] ?? '', firstPhoto: photos.names[from] ?? '', firstPhotoId: photos.ids[from] ?? 0, lastPhoto: photos.names[to - 1] ?? '',
    warnings: number === 2 ? [{ code: 'heading-computed' as const, text: 'has no heading of its own; it looks towards the next photo' }] : [],
  });
  return {
    destination, needsTimeZone: id === 3, photos: kept, bytes: kept * 4_200_000,
    refusal: id === 7 ? { code: 'transport-not-accepted', text: 'was taken from the air, which this destination does not take' } : undefined,
    parts: [part(1, 0, half, 'first', 'is the beginning of the sequence'), part(2, half, kept, 'gap', 'comes after a longer pause than allowed')],
    leftOut: [
      { reason: { code: 'duplicate-position', text: 'shows the same place in the same direction as the one before' }, photos: photos.ids.flatMap((photo, index) => (photos.reasons[index] === 'duplicate-position' ? [{ id: photo, name: photos.names[index] ?? '' }] : [])) },
      { reason: { code: 'no-position', text: 'has no GPS position' }, photos: [{ id: photos.ids.at(-1), name: photos.names.at(-1) ?? '' }] },
    ],
    alreadyThere: id === 1 ? 12 : 0, corrected: id === 1 ? 3 : 0,
    proposals: id === 1 ? [{ kind: 'clock', text: 'The camera’s clock is 1 h ahead of GPS time in 408 of 413 photos; shifting the time by −3600 s would make them agree.', edit: { kind: 'shift_time', seconds: -3600 } }, { kind: 'heading', text: 'Headings lie 92° right of the way in 390 of 413 photos: the camera looked to the side, or its compass is off.', edit: { kind: 'heading_offset', degrees: -92 } }] : [],
  };
}

export function lifeLinesOf(id: number): LifeLineView[] {
  const photos = photosOf(id);
  return photos.ids.map((photoId, index): LifeLineView => {
    const isOut = (photos.runs[index] ?? -1) < 0;
    const state: State = isOut ? 'left_out' : index % 131 === 7 ? 'failed' : index % 89 === 3 ? 'missing' : index % 4 === 0 ? 'sent' : 'visible';
    const code = photos.reasons[index];
    return {
      photoId, name: photos.names[index] ?? '', path: `/home/ada/Pictures/arezzo/${photos.names[index]}`, destination: 'mapillary', account: 'ada', part: isOut ? null : (photos.runs[index] ?? 0) + 1,
      state, at: new Date(day + index * 1000).toISOString(), imageId: state === 'visible' ? String(498_763_468_214_164 + index) : null,
      imageUrl: state === 'visible' ? `https://www.mapillary.com/app/?pKey=${498_763_468_214_164 + index}` : null,
      reason: code ? { code: code as Reason['code'], text: photos.reasonTexts[code] ?? code } : null,
      message: state === 'failed' ? 'mapillary answered 413: the file is larger than it takes.' : null, nextStep: state === 'failed' ? 'Save it smaller, then try again.' : null,
      formerImageIds: index === 6 ? ['498763468214100'] : [],
    };
  });
}

export function countsOf(lines: LifeLineView[]): Record<string, Partial<Record<State, number>>> {
  const counts: Partial<Record<State, number>> = {};
  for (const { state } of lines) if (state !== 'here') counts[state] = (counts[state] ?? 0) + 1;
  return { mapillary: counts };
}

export const partsOf = (id: number): PartView[] => (id > 3 ? [] : [
  { destination: 'mapillary', number: 1, state: 'live', photos: 252, sent: 252, visible: 250, missing: 2, failed: 0 },
  { destination: 'mapillary', number: 2, state: 'failed', photos: 161, sent: 158, visible: 0, missing: 0, failed: 3, error: 'Three photos were refused.', nextStep: 'Read why below, then try again.' },
]);

export const entries: EntryView[] = [
  { part: 1, destination: 'mapillary', sequenceKey: 'QyK3wTbmfjuP1aN9', server: 'https://www.mapthepaths.example', entryId: '7f3a', state: 'synced', at: new Date(day).toISOString() },
  { part: 2, destination: 'mapillary', server: 'https://www.mapthepaths.example', state: 'waiting', needs: 'sequence_key', nextStep: 'Follow the sequence until its images are visible.' },
];

export const records: Records = {
  sequences: [{ destination: 'mapillary', id: 'QyK3wTbmfjuP1aN9', receivedAt: new Date(day).toISOString(), record: { id: 'QyK3wTbmfjuP1aN9', camera_make: 'NIKON', image_count: 250 } }],
  images: [1, 2, 3].map((number) => ({ destination: 'mapillary', imageId: String(498_763_468_214_163 + number), receivedAt: new Date(day).toISOString(), record: { id: String(498_763_468_214_163 + number), captured_at: day, compass_angle: 12.5, geometry: { type: 'Point', coordinates: [11.8781, 43.4631] } } })),
  sessions: [{ destination: 'mapillary', key: 'mly-1', state: 'failed', reason: 'the session was closed: a photo has no GPS position', record: { key: 'mly-1' }, receivedAt: new Date(day).toISOString() }],
};

export const destinations = (id: number | undefined): DestinationCard[] => [
  { name: 'mapillary', title: 'Mapillary', ready: id !== 7, account: 'ada', accounts: ['ada', 'mapping-club'], isPractice: false, hasOrganizations: true, address: 'https://graph.mapillary.com', reason: id === 7 ? 'Mapillary does not take photos from the air.' : undefined, nextStep: id === 7 ? 'Choose another destination.' : undefined },
  { name: 'mapillary-v3', title: 'Mapillary, upload sessions', ready: false, accounts: [], isPractice: false, hasOrganizations: true, reason: 'Nobody is signed in.', nextStep: 'Sign in under Accounts and settings.', service: 'mapillary' },
  { name: 'practice', title: 'Practice', ready: id !== 7, accounts: [], isPractice: true, hasOrganizations: true, reason: id === 7 ? 'Practice takes what Mapillary takes: no photos from the air.' : undefined },
];

export const services: ServiceView[] = [
  { name: 'mapillary', title: 'Mapillary', missing: [], takesTokens: true, guide: 'Mapillary', accounts: [{ name: 'ada', user: 'ada', scopes: ['user:read', 'public:upload'], signedInAt: new Date(day).toISOString(), expiresAt: new Date(day + 5e9).toISOString(), store: 'the keychain of this computer', given: false }] },
  { name: 'mtpw', title: 'Map the Paths Web', missing: [], takesTokens: false, guide: 'Map the Paths Web', accounts: [{ name: 'ada', user: 'ada', signedInAt: new Date(day).toISOString(), store: 'the keychain of this computer', given: false }], consent: { server: 'https://www.mapthepaths.example', given: false } },
];

export const settings: SettingsView = {
  home: '/home/ada/.local/share/mtpdu', catalog: '/home/ada/.local/share/mtpdu/catalog.db', envFiles: ['/home/ada/mtpdu/.env'], version: '0.1.0',
  settings: [
    { key: 'MTPDU_HOME', isSet: false, value: '/home/ada/.local/share/mtpdu', explanation: 'Catalog, logs and secrets lie here.' },
    { key: 'MAPILLARY_APP_ID', isSet: true, value: '4815162342', explanation: 'The application that asks for consent.' },
    { key: 'MAPILLARY_SECRET', isSet: true, explanation: 'The application’s secret.' },
    { key: 'MTP_WEB_URL', isSet: false, explanation: 'The server of Map the Paths Web; empty: none.' },
  ],
};

export const checks: Check[] = [
  { name: 'Catalog', ok: true, detail: 'Can be read and written; 412 GB are free.' },
  { name: 'Mapillary', ok: true, detail: 'Answers in 84 ms; ada is signed in.' },
  { name: 'Map the Paths Web', ok: false, detail: 'No server is named.', nextStep: 'Set MTP_WEB_URL in .env, or go without.' },
];

export const folder = (path: string | null): FolderView => {
  const here = path ?? '/home/ada/Pictures';
  const isHome = here === '/home/ada/Pictures';
  return {
    path: here, parent: here === '/' ? null : here.slice(0, here.lastIndexOf('/')) || '/',
    folders: isHome ? ['2026-05-16 Arezzo', '2026-05-07 Canal', 'Family', 'Screenshots'].map((name) => ({ name, path: `${here}/${name}` })) : [],
    photos: isHome ? 0 : 413, otherFiles: isHome ? 2 : 7,
    places: [{ name: 'Home', path: '/home/ada' }, { name: 'Pictures', path: '/home/ada/Pictures' }, { name: 'SD card (64 GB)', path: '/media/ada/NIKON' }, { name: 'Computer', path: '/' }],
  };
};
