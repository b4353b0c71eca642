import type { SequenceQuery } from '../api/sequences';

export const pageSize = 12;

export interface Filters {
  search: string;
  destination: string;
  state: string;
  transport: string;
  /** Days, such as 2026-05-31; empty for any. */
  from: string;
  to: string;
  /** From 1. */
  page: number;
}

const words = ['search', 'destination', 'state', 'transport', 'from', 'to'] as const;

/** The filters stand in the page's address, so that going back and links keep them. */
export function readFilters(address: URLSearchParams): Filters {
  const page = Number(address.get('page'));
  const read = (word: (typeof words)[number]) => address.get(word) ?? '';
  return {
    search: read('search'),
    destination: read('destination'),
    state: read('state'),
    transport: read('transport'),
    from: read('from'),
    to: read('to'),
    page: Number.isInteger(page) && page > 0 ? page : 1,
  };
}

export function writeFilters(filters: Filters): URLSearchParams {
  const address = new URLSearchParams();
  for (const word of words) if (filters[word]) address.set(word, filters[word]);
  if (filters.page > 1) address.set('page', String(filters.page));
  return address;
}

/** Another filter begins at the first page again. */
export const withFilter = (filters: Filters, change: Partial<Filters>): Filters => ({ ...filters, page: 1, ...change });

export const isFiltered = (filters: Filters): boolean => words.some((word) => filters[word] !== '');

export function toQuery(filters: Filters): SequenceQuery {
  return {
    search: filters.search,
    destination: filters.destination,
    state: filters.state,
    transport: filters.transport,
    from: filters.from,
    to: filters.to,
    offset: (filters.page - 1) * pageSize,
    limit: pageSize,
  };
}
