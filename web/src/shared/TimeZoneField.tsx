import { Select } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

interface TimeZoneFieldProps {
  value: string;
  onChange: (zone: string) => void;
  withoutHint?: boolean;
}

/** Never filled in from the computer's own zone: the camera was often elsewhere. */
export function TimeZoneField({ value, onChange, withoutHint = false }: TimeZoneFieldProps) {
  const { t } = useTranslation();
  const zones = useMemo(() => ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')], []);
  return (
    <Select
      label={t('newSequence.timeZone')} description={withoutHint ? undefined : t('newSequence.timeZoneHint')} placeholder={t('newSequence.timeZonePlaceholder')}
      searchable clearable limit={60} data={zones} value={value || null} onChange={(zone) => onChange(zone ?? '')}
    />
  );
}
