import { readFound, type Found } from './found';

export interface Progress {
  at: 'choose' | 'found' | 'describe' | 'done';
  paths: string[];
  inspectRun: string;
  importRun: string;
  found: Found;
}

export type Step =
  | { to: 'begin' }
  | { to: 'choose' }
  | { to: 'found'; paths: string[]; run: string }
  | { to: 'describe'; found: Found }
  | { to: 'done'; run: string };

export const begin: Progress = { at: 'choose', paths: [], inspectRun: '', importRun: '', found: readFound(undefined) };

export function step(progress: Progress, wish: Step): Progress {
  switch (wish.to) {
    case 'begin':
      return begin;
    case 'choose':
      return { ...progress, at: 'choose' };
    case 'found':
      return { ...progress, at: 'found', paths: wish.paths, inspectRun: wish.run };
    case 'describe':
      return { ...progress, at: 'describe', found: wish.found };
    case 'done':
      return { ...progress, at: 'done', importRun: wish.run };
  }
}
