import type { ServerResponse } from 'node:http';
import type { RunEvent, RunKind, RunState, RunView } from '../src/api/types';

interface MadeUpRun {
  view: RunView;
  events: RunEvent[];
  listeners: Set<ServerResponse>;
  wish?: 'pause' | 'cancel';
}

const runs = new Map<string, MadeUpRun>();

export const runViews = (): RunView[] => [...runs.values()].map(({ view }) => view).reverse();

export const runView = (id: string): RunView | undefined => runs.get(id)?.view;

export const isEventsPath = (path: string): boolean => /^\/runs\/\w+\/events$/.test(path);

export function ask(id: string, wish: 'pause' | 'cancel'): void {
  const run = runs.get(id);
  if (!run) return;
  run.wish = wish;
  if (wish === 'pause') run.view.state = 'pausing';
}

export function start(kind: RunKind, sequence?: number): { run: string } {
  const id = `r${runs.size + 1}`;
  const run: MadeUpRun = { view: { id, kind, sequence, state: 'running', startedAt: new Date().toISOString() }, events: [], listeners: new Set() };
  runs.set(id, run);
  void play(run);
  return { run: id };
}

export function tellEvents(path: string, response: ServerResponse): void {
  const run = runs.get(path.split('/')[2] ?? '');
  if (!run) {
    response.writeHead(404).end();
    return;
  }

  response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-cache' });
  for (const event of run.events) write(response, event);
  if (run.view.state === 'running' || run.view.state === 'pausing') {
    run.listeners.add(response);
    response.on('close', () => run.listeners.delete(response));
  } else {
    response.end();
  }
}

const write = (response: ServerResponse, event: RunEvent): void => void response.write(`data: ${JSON.stringify(event)}\n\n`);

function tell(run: MadeUpRun, event: RunEvent): void {
  run.events.push(event);
  for (const listener of run.listeners) write(listener, event);
}

async function play(run: MadeUpRun): Promise<void> {
  const slow = Number(process.env.MADE_UP_STEP ?? 150);
  for (const event of scripts[run.view.kind ?? 'send']()) {
    await new Promise((resolve) => { setTimeout(resolve, slow); });
    if (run.wish) break;
    tell(run, event);
  }

  const state: RunState = run.wish === 'pause' ? 'paused' : run.wish === 'cancel' ? 'cancelled' : 'done';
  run.view.state = state;
  run.view.exitCode = state === 'done' ? 0 : 130;
  if (run.view.kind === 'import') run.view.sequence = 1;
  if (run.view.kind === 'practice') run.view.result = { sequence: 1 };
  tell(run, { type: 'end', state, exitCode: run.view.exitCode, message: messages[state], summary: { photos: 420, leftOut: 7, needsTimeZone: true, cameras: ['NIKON COOLPIX P6000'], reasonTexts: { 'no-position': 'has no GPS position', 'duplicate-position': 'shows the same place in the same direction as the one before' } } });
  for (const listener of run.listeners) listener.end();
}

const messages: Partial<Record<RunState, string>> = { done: 'All of it was done.', paused: 'Paused; everything that arrived is kept.', cancelled: 'Cancelled; everything that arrived is kept.' };

const photos = 413;
const bytes = photos * 4_200_000;

const reading = (): RunEvent[] => [
  ...Array.from({ length: 20 }, (_, step): RunEvent => ({ type: 'files', read: Math.round(((step + 1) / 20) * 420), of: 420 })),
  ...[1, 2, 3, 4].map((number): RunEvent => ({ type: 'left_out', path: `/home/ada/Pictures/arezzo/DSC_0041${number}.JPG`, reason: 'duplicate-position' })),
  { type: 'left_out', path: '/home/ada/Pictures/arezzo/DSC_00420.JPG', reason: 'no-position' },
];

const part = (number: number, sent: number, state: 'uploading' | 'processing' | 'live'): RunEvent => ({
  type: 'part', destination: 'mapillary', number, state, photos: number === 1 ? 252 : 161, sent, visible: state === 'live' ? sent : 0, missing: 0, failed: 0,
});

const sending = (): RunEvent[] => [
  { type: 'note', message: 'Signed in as ada.' },
  ...Array.from({ length: 60 }, (_, step): RunEvent[] => {
    const sent = Math.round(((step + 1) / 60) * photos);
    const progress: RunEvent = { type: 'progress', destination: 'mapillary', photosSent: sent, photos, bytesSent: sent * 4_200_000, bytes, bytesPerSecond: 8_600_000, secondsLeft: (photos - sent) * 0.5, parallel: 4 + (step % 9) };
    return [
      progress, part(1, Math.min(252, sent), 'uploading'), part(2, Math.max(0, sent - 252), 'uploading'),
      ...(step === 8 ? [{ type: 'waiting', photo: 'DSC_00057.JPG', seconds: 8, why: 'mapillary answered 503: it is busy.' } satisfies RunEvent] : []),
      ...(step === 20 ? [{ type: 'failed', path: '/home/ada/Pictures/arezzo/DSC_00139.JPG', destination: 'mapillary', code: 'refused-by-destination', message: 'mapillary answered 413: the file is larger than it takes.' } satisfies RunEvent] : []),
    ];
  }).flat(),
  part(1, 252, 'live'), part(2, 161, 'processing'),
];

const verifying = (): RunEvent[] => [
  ...Array.from({ length: 30 }, (_, index): RunEvent => ({ type: 'safe', path: `/home/ada/Pictures/arezzo/DSC_${String(index + 1).padStart(5, '0')}.JPG`, size: 4_200_000, destination: 'mapillary', imageId: String(498_763_468_214_164 + index) })),
  { type: 'keep', path: '/home/ada/Pictures/arezzo/DSC_00031.JPG', reason: 'not-shown' },
];

const scripts: Record<RunKind, () => RunEvent[]> = {
  import: reading,
  inspect: reading,
  send: sending,
  follow: () => [part(1, 252, 'live'), part(2, 161, 'live')],
  verify: verifying,
  sync: () => [{ type: 'note', message: 'Entry 7f3a at www.mapthepaths.com.' }],
  export: () => [{ type: 'note', message: 'Wrote 413 photos and 4 files.' }],
  login: () => Array.from({ length: 60 }, (): RunEvent => ({ type: 'open', url: 'https://www.mapillary.com/connect?client_id=4815162342' })),
  practice: sending,
};
