import { expect, test } from 'vitest';
import { localeFor } from './locale';

test('the reader’s own variety of the page’s language counts', () => {
  expect(localeFor('en', ['de-AT', 'en-GB', 'en-US'])).toBe('en-GB');
});

test('a reader of another language gets the page’s own', () => {
  expect(localeFor('en', ['de-AT'])).toBe('en');
});
