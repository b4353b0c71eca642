import type { DestinationState, PartState } from '../api/types';

/** What needs the user's eye comes first, then what is least far. */
const order: PartState[] = ['failed', 'uploading', 'publishing', 'uploaded', 'draft', 'processing', 'live', 'dry_run'];

/** One word for all parts of a sequence at a destination. */
export const partStateOf = ({ states }: Pick<DestinationState, 'states'>): PartState => order.find((state) => (states[state] ?? 0) > 0) ?? 'draft';
