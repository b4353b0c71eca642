import { useTranslation } from 'react-i18next';
import type { RunView } from '../api/types';

/** A word for how a run stands. An import is made whole or not at all. */
export function useRunWord(): (kind: RunView['kind'], state: RunView['state']) => string {
  const { t } = useTranslation();
  return (kind, state) => (kind === 'import' && state === 'failed' ? t('newSequence.nothingImported') : t(`runState.${state}`));
}
