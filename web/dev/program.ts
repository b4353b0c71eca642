import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Plugin } from 'vite';
import { answer } from './answers.ts';
import { isEventsPath, tellEvents } from './runs.ts';

/**
 * Stands in for the program while the page is developed (`npm run dev`): answers its interface with made-up data. It is no part of the build.
 * MADE_UP_PHOTOS sets how many photos the first sequence has; MADE_UP=empty begins without sequences.
 */
export function madeUpProgram(): Plugin {
  return {
    name: 'made-up-program',
    apply: 'serve',
    configureServer(server) {
      server.middlewares.use('/api', (request, response) => void serve(request, response));
    },
  };
}

async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  if (isEventsPath(url.pathname)) {
    tellEvents(url.pathname, response);
    return;
  }

  const { status, type, body } = answer(request.method ?? 'GET', url, await bodyOf(request));
  response.writeHead(status, { 'Content-Type': type });
  response.end(body);
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  if (pieces.length === 0 || request.headers['content-type'] !== 'application/json') return undefined;
  return JSON.parse(Buffer.concat(pieces).toString());
}
