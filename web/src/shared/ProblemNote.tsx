import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { isNotThere } from '../api/request';
import { Note } from './Note';

interface ProblemNoteProps {
  problem: Error | null;
  title?: string;
  onRetry?: () => void;
}

/** What went wrong, in the program's words; nothing when all is well. What is not there will not come by trying again. */
export function ProblemNote({ problem, title, onRetry }: ProblemNoteProps) {
  const { t } = useTranslation();
  if (!problem) return null;
  return (
    <Note tone="bad" title={title ?? t('app.somethingFailed')} isUrgent>
      {problem.message}
      {isNotThere(problem) && <div><Button component={Link} to="/" variant="default" size="xs" mt="xs">{t('app.toSequences')}</Button></div>}
      {onRetry && !isNotThere(problem) && <div><Button variant="default" size="xs" mt="xs" onClick={onRetry}>{t('app.tryAgain')}</Button></div>}
    </Note>
  );
}
