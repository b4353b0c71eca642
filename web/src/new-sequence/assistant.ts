import { readFound, type Found } from './found';
import { nameFor } from './naming';

/** What the user has said of the sequence so far. */
export interface Draft {
  name: string;
  description: string;
  tags: string[];
  transport: string;
  timeZone: string;
}

export interface Progress {
  at: 'choose' | 'found' | 'describe' | 'done';
  paths: string[];
  inspectRun: string;
  importRun: string;
  found: Found;
  draft: Draft;
}

export type Step =
  | { to: 'begin' }
  | { to: 'back' }
  | { to: 'draft'; draft: Draft }
  | { to: 'found'; paths: string[]; run: string }
  | { to: 'describe'; found: Found }
  | { to: 'done'; run: string };

export const begin: Progress = { at: 'choose', paths: [], inspectRun: '', importRun: '', found: readFound(undefined), draft: { name: '', description: '', tags: [], transport: '', timeZone: '' } };

export function step(progress: Progress, wish: Step): Progress {
  switch (wish.to) {
    case 'begin':
      return begin;
    case 'back':
      return { ...progress, at: before[progress.at] };
    case 'found':
      return { ...progress, at: 'found', paths: wish.paths, inspectRun: wish.run, draft: { ...progress.draft, name: nameOf(progress, wish.paths) } };
    case 'draft':
      return { ...progress, draft: wish.draft };
    case 'describe':
      return { ...progress, at: 'describe', found: wish.found };
    case 'done':
      return { ...progress, at: 'done', importRun: wish.run };
  }
}

const before: Record<Progress['at'], Progress['at']> = { choose: 'choose', found: 'choose', describe: 'found', done: 'describe' };

/** A name that was typed stays; one that was proposed follows the photos. */
const nameOf = ({ draft, paths }: Progress, chosen: string[]): string => (draft.name === nameFor(paths) ? nameFor(chosen) : draft.name);
