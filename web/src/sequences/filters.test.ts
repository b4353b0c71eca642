import { expect, test } from 'vitest';
import { isFiltered, pageSize, readFilters, toQuery, withFilter, writeFilters } from './filters';

const none = readFilters(new URLSearchParams());

test('filters survive the address of the page', () => {
  const filters = { search: 'old town', destination: 'mapillary', state: 'failed', transport: 'Earth-Electric Bicycle', from: '2026-05-01', to: '2026-05-31', page: 3 };
  expect(readFilters(new URLSearchParams(writeFilters(filters).toString()))).toEqual(filters);
});

test('an address without filters stays plain', () => {
  expect(writeFilters(none).toString()).toBe('');
  expect(isFiltered(none)).toBe(false);
});

test('another filter begins at the first page', () => {
  expect(withFilter({ ...none, page: 4 }, { state: 'live' })).toMatchObject({ state: 'live', page: 1 });
});

test.each(['0', '-2', '1.5', 'x'])('page %s is the first', (page) => {
  expect(readFilters(new URLSearchParams({ page })).page).toBe(1);
});

test('the second page begins after the first', () => {
  expect(toQuery({ ...none, page: 2 })).toMatchObject({ offset: pageSize, limit: pageSize });
});
