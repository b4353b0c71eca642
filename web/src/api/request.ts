/** The program refused or failed; its message is in words for people. */
export class Problem extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.name = 'Problem';
    this.status = status;
  }
}

export const isNotThere = (problem: Error): boolean => problem instanceof Problem && problem.status === 404;

type Query = Record<string, string | number | boolean | undefined>;

export function get<Answer>(path: string, query: Query = {}, signal?: AbortSignal): Promise<Answer> {
  return ask<Answer>('GET', withQuery(path, query), { signal });
}

export function send<Answer = void>(method: 'POST' | 'PATCH' | 'DELETE', path: string, body?: unknown, signal?: AbortSignal): Promise<Answer> {
  return ask<Answer>(method, path, {
    signal,
    body: body === undefined ? undefined : JSON.stringify(body),
    headers: body === undefined ? undefined : { 'Content-Type': 'application/json' },
  });
}

/** Sends one file as it is. */
export function sendFile<Answer>(path: string, query: Query, file: File, signal?: AbortSignal): Promise<Answer> {
  return ask<Answer>('POST', withQuery(path, query), { body: file, headers: { 'Content-Type': 'application/octet-stream' }, signal });
}

async function ask<Answer>(method: string, path: string, init: RequestInit): Promise<Answer> {
  let response: Response;
  try {
    response = await fetch(`/api${path}`, { ...init, method });
  } catch (failure) {
    if (failure instanceof DOMException && failure.name === 'AbortError') throw failure;
    throw new Problem(0, unreachable);
  }

  if (!response.ok) throw new Problem(response.status, await messageOf(response));
  return (response.status === 204 ? undefined : await bodyOf(response)) as Answer;
}

async function bodyOf(response: Response): Promise<unknown> {
  const text = await response.text();
  return text === '' ? undefined : JSON.parse(text);
}

async function messageOf(response: Response): Promise<string> {
  const text = await response.text();
  try {
    const body: unknown = JSON.parse(text);
    if (typeof body === 'object' && body !== null && 'message' in body && typeof body.message === 'string') return body.message;
  } catch {
    // Not every refusal is JSON: the guard answers in plain words.
  }
  return text || response.statusText;
}

function withQuery(path: string, query: Query): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== '') parameters.set(name, String(value));
  }
  return parameters.size === 0 ? path : `${path}?${parameters}`;
}

let unreachable = 'The program does not answer.';

/** The words for a program that has ended come with the language. */
export function sayUnreachable(words: string): void {
  unreachable = words;
}
