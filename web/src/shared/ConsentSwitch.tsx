import { Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useConsent } from '../api/program';
import type { Consent } from '../api/types';
import { formatDay } from '../format/dates';
import { ProblemNote } from './ProblemNote';

/** Whether another service may have the user's Mapillary token. */
export function ConsentSwitch({ consent }: { consent: Consent }) {
  const { t } = useTranslation();
  const change = useConsent();
  return (
    <>
      <Switch
        label={t('settings.consentText', { server: consent.server })} description={consent.given && consent.at ? t('settings.consentSince', { when: formatDay(consent.at) }) : undefined}
        checked={consent.given} disabled={change.isPending} onChange={({ currentTarget }) => change.mutate({ server: consent.server, given: currentTarget.checked })}
      />
      <ProblemNote problem={change.error} />
    </>
  );
}
