import { app } from './en/app';
import { lifeLines } from './en/lifeLines';
import { drop, folders, newSequence } from './en/newSequence';
import { reasons } from './en/reasons';
import { plan, run, send } from './en/send';
import { edit, rules, sequence } from './en/sequence';
import { sequences, transport } from './en/sequences';
import { settings } from './en/settings';
import { entry, entryState, partState, runKind, runState, sessionState, state } from './en/states';

/** Every text of the page, by its area. Another language is another file of this shape. */
export const en = {
  app,
  state, partState, entryState, sessionState, entry, runState, runKind,
  transport, sequences,
  folders, drop, newSequence,
  sequence, rules, edit,
  plan, send, run,
  lifeLines,
  settings,
  reasons,
};

/** What another language has to give: the same texts. */
export type Texts = typeof en;
