import { i18next } from '../texts/i18n';

/** The reader's own habits of writing numbers and dates, as far as they go with the language of the page. */
export function localeFor(language: string, wanted: readonly string[]): string {
  return wanted.find((locale) => locale === language || locale.startsWith(`${language}-`)) ?? language;
}

export const locale = (): string => localeFor(i18next.language, typeof navigator === 'undefined' ? [] : navigator.languages);
