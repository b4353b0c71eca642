import type { EditRequest, LifeLineView, PhotoFacts } from '../src/api/types';
import * as data from './data.ts';
import { picture } from './picture.ts';
import { ask, runView, runViews, start } from './runs.ts';

interface Answer {
  status: number;
  type: string;
  body: string;
}

type Respond = (url: URL, id: string, body: unknown) => unknown;

const made = (process.env.MADE_UP === 'empty' ? [] : [1, 2, 3, 4, 5, 6, 7, 8]).map((id) => id);

/** The first route that fits answers; a word that begins with a colon stands for anything. */
const routes: [string, string, Respond][] = [
  ['GET', '/sequences', (url) => found(url)],
  ['GET', '/sequences/:id', (_, id) => data.detailOf(Number(id))],
  ['PATCH', '/sequences/:id', (_, id, body) => ({ ...data.detailOf(Number(id)), ...(body as object) })],
  ['DELETE', '/sequences/:id', (_, id) => void made.splice(made.indexOf(Number(id)), 1)],
  ['GET', '/sequences/:id/photos', (_, id) => data.photosOf(Number(id))],
  ['GET', '/sequences/:id/plan', (url, id) => data.planOf(Number(id), url.searchParams.get('to') ?? 'mapillary')],
  ['POST', '/sequences/:id/preview', (_, id, body) => preview(Number(id), body as EditRequest)],
  ['POST', '/sequences/:id/edits', (_, id, body) => edit(Number(id), body as EditRequest)],
  ['POST', '/sequences/:id/undo', (_, id) => turn(Number(id), data.edits, data.undone)],
  ['POST', '/sequences/:id/redo', (_, id) => turn(Number(id), data.undone, data.edits)],
  ['GET', '/sequences/:id/life-lines', (url, id) => lifeLines(url, Number(id))],
  ['GET', '/sequences/:id/records', () => data.records],
  ['GET', '/sequences/:id/parts', (_, id) => data.partsOf(Number(id))],
  ['GET', '/sequences/:id/entries', () => data.entries],
  ['POST', '/sequences/:id/send', (_, id) => start('send', Number(id))],
  ['POST', '/sequences/:id/follow', (_, id) => start('follow', Number(id))],
  ['POST', '/sequences/:id/verify', (_, id) => start('verify', Number(id))],
  ['POST', '/sequences/:id/sync', (_, id) => start('sync', Number(id))],
  ['POST', '/sequences/:id/export', (_, id) => start('export', Number(id))],
  ['GET', '/photos/:id', (_, id) => facts(Number(id))],
  ['GET', '/transports', () => data.transports],
  ['GET', '/tags', () => ['arezzo', 'beach', 'canal', 'forest', 'old-town', 'spring']],
  ['GET', '/folders', (url) => data.folder(url.searchParams.get('path'))],
  ['POST', '/uploads/:id', (url, id) => ({ path: `/home/ada/.local/share/mtpdu/dropped/${url.searchParams.get('batch')}/${url.searchParams.get('folder') ?? ''}/${decodeURIComponent(id)}` })],
  ['POST', '/imports', () => start('import')],
  ['POST', '/inspect', () => start('inspect')],
  ['POST', '/practice', () => start('practice')],
  ['GET', '/destinations', (url) => data.destinations(Number(url.searchParams.get('sequence')) || undefined)],
  ['GET', '/runs', () => runViews()],
  ['GET', '/runs/:id', (_, id) => runView(id)],
  ['POST', '/runs/:id/pause', (_, id) => ask(id, 'pause')],
  ['POST', '/runs/:id/cancel', (_, id) => ask(id, 'cancel')],
  ['POST', '/runs/:id/answer', () => undefined],
  ['GET', '/accounts', () => data.services],
  ['GET', '/accounts/:id/user', () => ({ name: 'ada' })],
  ['POST', '/accounts/:id/login', () => start('login')],
  ['POST', '/accounts/:id/token', () => undefined],
  ['POST', '/accounts/:id/logout', () => ({ message: 'The token of ‘ada’ is forgotten here.' })],
  ['POST', '/consent', () => undefined],
  ['GET', '/settings', () => data.settings],
  ['GET', '/doctor', () => data.checks],
];

export function answer(method: string, url: URL, body: unknown): Answer {
  const drawn = /^\/photos\/(\d+)\/(picture|thumbnail)$/.exec(url.pathname);
  if (drawn) return { status: 200, type: 'image/svg+xml', body: picture(Number(drawn[1]), drawn[2] === 'thumbnail') };

  const words = url.pathname.split('/');
  for (const [routeMethod, route, respond] of routes) {
    const pattern = route.split('/');
    if (method !== routeMethod || words.length !== pattern.length || !pattern.every((word, index) => word.startsWith(':') || word === words[index])) continue;
    return { status: 200, type: 'application/json', body: JSON.stringify(respond(url, words[2] ?? '', body) ?? null) };
  }

  return { status: 404, type: 'application/json', body: JSON.stringify({ message: `Nothing is known of ${url.pathname}.` }) };
}

function found(url: URL): unknown {
  const word = (name: string) => url.searchParams.get(name) ?? '';
  const all = made.map(data.detailOf).filter((sequence) => sequence.name.toLowerCase().includes(word('search').toLowerCase())
    && (word('transport') === '' || sequence.transport === word('transport'))
    && (word('destination') === '' || sequence.destinations.some(({ destination }) => destination === word('destination'))));
  const offset = Number(word('offset'));
  return { total: all.length, sequences: all.slice(offset, offset + Number(word('limit'))) };
}

function edit(id: number, wish: EditRequest): unknown {
  data.edits.push(`${wish.kind} ${JSON.stringify(wish)}`);
  data.undone.length = 0;
  return data.detailOf(id);
}

function turn(id: number, from: string[], to: string[]): unknown {
  const last = from.pop();
  if (last !== undefined) to.push(last);
  return data.detailOf(id);
}

function preview(id: number, wish: EditRequest): unknown {
  const photos = data.photosOf(id);
  if (wish.kind === 'heading_offset') photos.headings = photos.headings.map((heading) => heading === null ? null : (heading + wish.degrees + 360) % 360);
  if (wish.kind === 'shift_time') photos.takenAt = photos.takenAt.map((time) => time === null ? null : new Date(Date.parse(time) + wish.seconds * 1000).toISOString());
  if (wish.kind === 'space') {
    photos.runs = photos.runs.map((run, index) => (index % 2 === 1 ? -1 : run));
    photos.reasons = photos.reasons.map((reason, index) => (index % 2 === 1 ? reason ?? 'spaced-out' : reason));
    photos.reasonTexts['spaced-out'] = 'lies too near to the one before';
  }
  if (wish.kind === 'outliers') photos.latitudes = photos.latitudes.map((latitude, index) => (latitude !== null && index % 10 === 4 ? latitude + 0.0003 : latitude));
  return { photos, proposals: [] };
}

function lifeLines(url: URL, id: number): unknown {
  const all = data.lifeLinesOf(id);
  const state = url.searchParams.get('state');
  const lines: LifeLineView[] = state ? all.filter((line) => line.state === state) : all;
  const offset = Number(url.searchParams.get('offset'));
  return { total: lines.length, lines: lines.slice(offset, offset + Number(url.searchParams.get('limit'))), counts: data.countsOf(all) };
}

function facts(id: number): PhotoFacts {
  return {
    id, path: `/home/ada/Pictures/arezzo/DSC_${String((id % 1_000_000) + 1).padStart(5, '0')}.JPG`, size: 4_213_377,
    facts: [
      { name: 'position', value: '43.46312, 11.87810', source: 'GPS' },
      { name: 'altitude', value: '243 m', source: 'GPS', reference: 'sea_level' },
      { name: 'heading', value: '87°', source: 'computed' },
      { name: 'taken_at', value: '2026-05-16T08:12:04.25Z', source: 'GPS time' },
      { name: 'model', value: 'NIKON COOLPIX P6000', source: 'EXIF' },
      { name: 'size', value: '4288 × 3216' },
      { name: 'projection', value: 'flat', source: 'no XMP' },
    ],
  };
}
