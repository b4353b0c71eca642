import { useTranslation } from 'react-i18next';

export interface ReasonWords {
  /** Completes "This photo …". */
  text: string;
  /** What to do on the page; none where nothing is wrong. */
  step?: string;
}

/** Words for a reason's code; of one that another version has written, the program's own words. */
export function useReasonWords(): (code: string, programs?: string) => ReasonWords {
  const { t } = useTranslation();
  const words: Record<string, ReasonWords> = t('reasons', { returnObjects: true });
  return (code, programs) => words[code] ?? { text: programs ?? code };
}
