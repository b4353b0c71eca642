import { Autocomplete } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isTimeZone } from './timeZones';

interface TimeZoneFieldProps {
  /** As it was typed. */
  value: string;
  onChange: (zone: string) => void;
  withoutHint?: boolean;
}

/** Never filled in from the computer's own zone: the camera was often elsewhere. What is no zone stays, and is told once the field is left. */
export function TimeZoneField({ value, onChange, withoutHint = false }: TimeZoneFieldProps) {
  const { t } = useTranslation();
  const [isTyping, setIsTyping] = useState(false);
  const zones = useMemo(() => ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')], []);
  return (
    <Autocomplete
      label={t('newSequence.timeZone')} description={withoutHint ? undefined : t('newSequence.timeZoneHint')} placeholder={t('newSequence.timeZonePlaceholder')}
      clearable selectFirstOptionOnChange limit={60} data={zones} value={value} error={!isTyping && value !== '' && !isTimeZone(value) && t('newSequence.badTimeZone')}
      onChange={(zone) => onChange(zone.trim())} onFocus={() => setIsTyping(true)} onBlur={() => setIsTyping(false)}
    />
  );
}
