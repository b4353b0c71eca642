import { Group, Pagination, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useSequences } from '../api/sequences';
import type { SequencePage } from '../api/types';
import { formatCount } from '../format/numbers';
import { Answered } from '../shared/Answered';
import { useTitle } from '../shared/useTitle';
import { FilterBar } from './FilterBar';
import { isFiltered, pageSize, readFilters, toQuery, withFilter, writeFilters, type Filters } from './filters';
import { NoSequences } from './NoSequences';
import { NothingFound } from './NothingFound';
import { SequenceListItem } from './SequenceListItem';

export function SequencesPage() {
  const { t } = useTranslation();
  useTitle(t('sequences.title'));
  const [address, setAddress] = useSearchParams();
  const filters = readFilters(address);
  const query = useSequences(toQuery(filters));
  const setFilters = (next: Filters) => setAddress(writeFilters(next), { replace: true });
  const isEmpty = query.data?.total === 0 && !isFiltered(filters);

  return (
    <Stack gap="lg">
      <Group justify="space-between" align="baseline">
        <Title order={1}>{t('sequences.title')}</Title>
        {query.data && !isEmpty && (
          <Text c="dimmed" size="sm" role="status">{t('sequences.count', { count: query.data.total, formatted: formatCount(query.data.total) })}</Text>
        )}
      </Group>
      {!isEmpty && <FilterBar filters={filters} onChange={(change) => setFilters(withFilter(filters, change))} onClear={() => setFilters(readFilters(new URLSearchParams()))} />}
      <Answered query={query}>
        {(page) => (isEmpty ? <NoSequences /> : page.total === 0 ? <NothingFound /> : <Found page={page} filters={filters} onChange={setFilters} />)}
      </Answered>
    </Stack>
  );
}

interface FoundProps {
  page: SequencePage;
  filters: Filters;
  onChange: (filters: Filters) => void;
}

function Found({ page, filters, onChange }: FoundProps) {
  const { t } = useTranslation();
  const pages = Math.ceil(page.total / pageSize);
  return (
    <>
      <SimpleGrid component="ul" cols={{ base: 1, md: 2 }} spacing="md" m={0} p={0} style={{ listStyle: 'none' }}>
        {page.sequences.map((sequence) => <SequenceListItem key={sequence.id} sequence={sequence} />)}
      </SimpleGrid>
      {pages > 1 && (
        <Group component="nav" justify="center" aria-label={t('sequences.pages')}>
          <Pagination total={pages} value={filters.page} onChange={(number) => onChange({ ...filters, page: number })} getControlProps={(control) => ({ 'aria-label': control === 'next' ? t('app.next') : t('app.back') })} getItemProps={(number) => ({ 'aria-label': formatCount(number) })} />
        </Group>
      )}
    </>
  );
}
