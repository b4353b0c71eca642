import type { RunView } from '../api/types';

/** The page that shows a run. */
export function addressOf(run: RunView): string {
  if (run.sequence == null) return `/runs/${run.id}`;
  switch (run.kind) {
    case 'send':
    case 'follow':
      return `/sequences/${run.sequence}/send`;
    case 'verify':
    case 'sync':
    case 'export':
      return `/sequences/${run.sequence}/life-lines`;
    default:
      return `/runs/${run.id}`;
  }
}
