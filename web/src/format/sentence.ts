import { locale } from './locale';

/** Words of a reason complete "This photo …"; alone they begin with a capital letter. */
export const asSentence = (words: string): string => words.charAt(0).toLocaleUpperCase(locale()) + words.slice(1);
