import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Note } from './Note';

interface ProblemNoteProps {
  problem: Error | null;
  title?: string;
  onRetry?: () => void;
}

/** What went wrong, in the program's words; nothing when all is well. */
export function ProblemNote({ problem, title, onRetry }: ProblemNoteProps) {
  const { t } = useTranslation();
  if (!problem) return null;
  return (
    <Note tone="bad" title={title ?? t('app.somethingFailed')} isUrgent>
      {problem.message}
      {onRetry && <div><Button variant="default" size="xs" mt="xs" onClick={onRetry}>{t('app.tryAgain')}</Button></div>}
    </Note>
  );
}
