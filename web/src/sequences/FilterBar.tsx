import { Box, Button, Collapse, Group, Select, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useDebouncedCallback, useDisclosure } from '@mantine/hooks';
import { IconAdjustmentsHorizontal, IconSearch, IconX } from '@tabler/icons-react';
import { useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDestinations, useTransports } from '../api/program';
import type { PartState } from '../api/types';
import { isFiltered, type Filters } from './filters';

const partStates: PartState[] = ['draft', 'uploading', 'uploaded', 'publishing', 'processing', 'live', 'failed', 'dry_run'];

interface FilterBarProps {
  filters: Filters;
  onChange: (change: Partial<Filters>) => void;
  onClear: () => void;
}

/** Search, and the other filters on request; they act on all sequences, not on the page shown. */
export function FilterBar({ filters, onChange, onClear }: FilterBarProps) {
  const { t } = useTranslation();
  const id = useId();
  const hasMore = filters.destination + filters.state + filters.transport + filters.from + filters.to !== '';
  const [isOpen, { toggle }] = useDisclosure(hasMore);
  return (
    <Stack gap="sm" role="search">
      <Group gap="sm" wrap="nowrap">
        <Search value={filters.search} onChange={(search) => onChange({ search })} />
        <Button variant="default" onClick={toggle} aria-expanded={isOpen} aria-controls={id} leftSection={<IconAdjustmentsHorizontal size={18} aria-hidden />}>
          {t('sequences.filters')}
        </Button>
        {isFiltered(filters) && (
          <Box visibleFrom="sm"><Button variant="subtle" onClick={onClear} leftSection={<IconX size={16} aria-hidden />}>{t('sequences.clear')}</Button></Box>
        )}
      </Group>
      <Collapse expanded={isOpen} id={id}>{isOpen && <MoreFilters filters={filters} onChange={onChange} />}</Collapse>
      {isFiltered(filters) && (
        <Box hiddenFrom="sm"><Button variant="subtle" size="xs" onClick={onClear} leftSection={<IconX size={16} aria-hidden />}>{t('sequences.clear')}</Button></Box>
      )}
    </Stack>
  );
}

/** Searches once typing pauses. */
function Search({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(value);
  const search = useDebouncedCallback(onChange, 250);
  useEffect(() => setTyped(value), [value]);
  return (
    <TextInput
      type="search" flex={1} value={typed} aria-label={t('sequences.search')} placeholder={t('sequences.search')}
      leftSection={<IconSearch size={18} aria-hidden />}
      onChange={({ currentTarget }) => {
        setTyped(currentTarget.value);
        search(currentTarget.value);
      }}
    />
  );
}

function MoreFilters({ filters, onChange }: Omit<FilterBarProps, 'onClear'>) {
  const { t } = useTranslation();
  const { data: destinations = [] } = useDestinations();
  const { data: transports = [] } = useTransports();
  const groups = transports.map(({ parent, children }) => ({ group: parent, items: [{ value: parent, label: t('transport.all', { parent }) }, ...children.map((child) => ({ value: `${parent}-${child}`, label: child }))] }));
  return (
    <SimpleGrid cols={{ base: 1, xs: 2, md: 5 }} spacing="sm">
      <Select
        label={t('sequences.destination')} placeholder={t('sequences.anyDestination')} clearable value={filters.destination || null}
        data={destinations.map(({ name, title }) => ({ value: name, label: title }))} onChange={(destination) => onChange({ destination: destination ?? '' })}
      />
      <Select
        label={t('sequences.state')} placeholder={t('sequences.anyState')} clearable value={filters.state || null}
        data={[{ value: 'here', label: t('state.here') }, ...partStates.map((state) => ({ value: state, label: t(`partState.${state}`) }))]} onChange={(state) => onChange({ state: state ?? '' })}
      />
      <Select
        label={t('sequences.transport')} placeholder={t('transport.any')} clearable searchable value={filters.transport || null}
        data={groups} onChange={(transport) => onChange({ transport: transport ?? '' })}
      />
      <TextInput type="date" label={t('sequences.from')} value={filters.from} max={filters.to || undefined} onChange={({ currentTarget }) => onChange({ from: currentTarget.value })} />
      <TextInput type="date" label={t('sequences.to')} value={filters.to} min={filters.from || undefined} onChange={({ currentTarget }) => onChange({ to: currentTarget.value })} />
    </SimpleGrid>
  );
}
