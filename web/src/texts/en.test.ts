import { expect, test } from 'vitest';
import { en } from './en';

const all = (texts: object): string[] => Object.values(texts).flatMap((text: unknown) => (typeof text === 'string' ? [text] : all(text as object)));

test('no text sends the reader of the page to the command line', () => {
  expect(all(en).filter((text) => /(^|\s)--[a-z]|'mtpdu /.test(text))).toEqual([]);
});

test('a reason completes a sentence, and its step is one', () => {
  for (const { text, step } of Object.values<{ text: string; step?: string }>(en.reasons)) {
    expect(text).toMatch(/^[a-z].*[^.]$/);
    expect(step ?? 'None.').toMatch(/^[A-Z].*\.$/);
  }
});
