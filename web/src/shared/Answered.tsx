import { Center, Loader, VisuallyHidden } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from './ProblemNote';

interface AnsweredProps<Answer> {
  query: UseQueryResult<Answer>;
  title?: string;
  children: (answer: Answer) => ReactNode;
}

/** Waits for an answer, or tells why there is none. */
export function Answered<Answer>({ query, title, children }: AnsweredProps<Answer>) {
  const { t } = useTranslation();
  if (query.data !== undefined) return children(query.data);
  if (query.isError) return <ProblemNote problem={query.error} title={title} onRetry={() => void query.refetch()} />;
  return (
    <Center py="xl" role="status">
      <Loader size="sm" aria-hidden />
      <VisuallyHidden>{t('app.loading')}</VisuallyHidden>
    </Center>
  );
}
