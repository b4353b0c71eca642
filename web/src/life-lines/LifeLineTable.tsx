import { Group, Pagination, Select, Stack, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDestinationTitle } from '../api/program';
import { useLifeLines } from '../api/sequences';
import type { LifeLinePage, State } from '../api/types';
import { formatCount } from '../format/numbers';
import { Answered } from '../shared/Answered';
import { Section } from '../shared/Section';
import { countStates, destinationsIn } from './counts';
import { LifeLine } from './LifeLine';
import { StateCounts } from './StateCounts';
import './life-lines.css';

const pageSize = 20;

interface LifeLineFilter {
  destination?: string;
  state?: State | 'here';
  page: number;
}

export function LifeLineTable({ sequence }: { sequence: number }) {
  const { t } = useTranslation();
  const [filter, setFilter] = useState<LifeLineFilter>({ page: 1 });
  const query = useLifeLines(sequence, { destination: filter.destination, state: filter.state, offset: (filter.page - 1) * pageSize, limit: pageSize });
  return (
    <Section title={t('lifeLines.title')}>
      <Answered query={query}>
        {(page) => (
          <Stack gap="md">
            <Filters page={page} filter={filter} onChange={setFilter} />
            {page.total === 0 ? <Text size="sm" c="dimmed">{t('lifeLines.none')}</Text> : <Lines page={page} />}
            <Pages total={page.total} at={filter.page} onChange={(number) => setFilter({ ...filter, page: number })} />
          </Stack>
        )}
      </Answered>
    </Section>
  );
}

function Filters({ page, filter, onChange }: { page: LifeLinePage; filter: LifeLineFilter; onChange: (filter: LifeLineFilter) => void }) {
  const { t } = useTranslation();
  const titleOf = useDestinationTitle();
  const destinations = destinationsIn(page.counts).map((name) => ({ value: name, label: titleOf(name) }));
  return (
    <Group gap="sm" align="flex-end">
      {destinations.length > 1 && (
        <Select
          label={t('lifeLines.destination')} placeholder={t('lifeLines.all')} clearable data={destinations} value={filter.destination ?? null} maw={220}
          onChange={(destination) => onChange({ ...filter, destination: destination ?? undefined, page: 1 })}
        />
      )}
      <StateCounts counts={countStates(page.counts, filter.destination)} chosen={filter.state} onChoose={(state) => onChange({ ...filter, state, page: 1 })} />
      {destinations.length > 1 && filter.destination === undefined && <Text size="sm" c="dimmed">{t('lifeLines.countedAtEach')}</Text>}
    </Group>
  );
}

function Lines({ page }: { page: LifeLinePage }) {
  const { t } = useTranslation();
  return (
    <Table className="table stacked life-lines" verticalSpacing="xs" aria-label={t('lifeLines.title')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('lifeLines.photo')}</Table.Th>
          <Table.Th>{t('lifeLines.destination')}</Table.Th>
          <Table.Th>{t('lifeLines.state')}</Table.Th>
          <Table.Th>{t('lifeLines.since')}</Table.Th>
          <Table.Th>{t('lifeLines.image')}</Table.Th>
          <Table.Th>{t('lifeLines.cause')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>{page.lines.map((line) => <LifeLine key={`${line.destination} ${line.path}`} line={line} />)}</Table.Tbody>
    </Table>
  );
}

function Pages({ total, at, onChange }: { total: number; at: number; onChange: (page: number) => void }) {
  const { t } = useTranslation();
  const pages = Math.ceil(total / pageSize);
  if (pages < 2) return null;
  return (
    <Group component="nav" justify="center" aria-label={t('lifeLines.pages')}>
      <Pagination
        total={pages} value={at} onChange={onChange} size="sm" getItemProps={(page) => ({ 'aria-label': formatCount(page) })}
        getControlProps={(control) => ({ 'aria-label': control === 'next' ? t('app.next') : t('app.back') })}
      />
    </Group>
  );
}
