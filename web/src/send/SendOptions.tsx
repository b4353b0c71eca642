import { Button, Group, NumberInput, Select, SimpleGrid, Switch, TextInput } from '@mantine/core';
import { IconFlask, IconSend } from '@tabler/icons-react';
import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import type { SendRequest } from '../api/types';
import { Section } from '../shared/Section';

export type HowToSend = Omit<SendRequest, 'destinations'>;

/** A megabit in bytes. */
const megabit = 125_000;

interface SendOptionsProps {
  how: HowToSend;
  /** Who is signed in where it is sent to. */
  accounts: string[];
  /** Whether it can be published for an organization where it is sent to. */
  hasOrganizations: boolean;
  /** Whether it is not known of a part if it was published. */
  hasUnclear: boolean;
  isPossible: boolean;
  isBusy: boolean;
  onChange: (how: HowToSend) => void;
  onStart: () => void;
  /** The button that starts. */
  startRef: Ref<HTMLButtonElement>;
}

export function SendOptions({ how, accounts, hasOrganizations, hasUnclear, isPossible, isBusy, onChange, onStart, startRef }: SendOptionsProps) {
  const { t } = useTranslation();
  const setLimit = (megabits: string | number) => onChange({ ...how, bandwidth: typeof megabits === 'number' && megabits > 0 ? Math.round(megabits * megabit) : undefined });
  return (
    <Section title={t('send.how')}>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
        <Switch label={t('send.dryRun')} description={t('send.dryRunText')} checked={how.dryRun} onChange={({ currentTarget }) => onChange({ ...how, dryRun: currentTarget.checked })} />
        <Switch label={t('send.follow')} description={t('send.followText')} checked={how.follow} disabled={how.dryRun} onChange={({ currentTarget }) => onChange({ ...how, follow: currentTarget.checked })} />
        <Switch label={t('send.resend')} description={t('send.resendText')} checked={how.resend && !how.dryRun} disabled={how.dryRun} onChange={({ currentTarget }) => onChange({ ...how, resend: currentTarget.checked })} />
        {hasUnclear && (
          <Switch label={t('send.publishAgain')} description={t('send.publishAgainText')} checked={how.publishAgain && !how.dryRun} disabled={how.dryRun} onChange={({ currentTarget }) => onChange({ ...how, publishAgain: currentTarget.checked })} />
        )}
        <NumberInput label={t('send.bandwidth')} description={t('send.bandwidthText')} min={0} decimalScale={1} maw={280} value={how.bandwidth == null ? '' : how.bandwidth / megabit} onChange={setLimit} />
        {accounts.length > 1 && (
          <Select label={t('send.account')} description={t('send.accountText')} required data={accounts} value={how.account ?? null} maw={280} onChange={(account) => onChange({ ...how, account: account ?? undefined })} />
        )}
        {hasOrganizations && (
          <TextInput label={t('send.organization')} description={t('send.organizationText')} maw={280} value={how.organization ?? ''} onChange={({ currentTarget }) => onChange({ ...how, organization: currentTarget.value.trim() })} />
        )}
      </SimpleGrid>
      <Group>
        <Button ref={startRef} size="md" disabled={!isPossible || (accounts.length > 1 && how.account === undefined)} loading={isBusy} leftSection={how.dryRun ? <IconFlask size={20} aria-hidden /> : <IconSend size={20} aria-hidden />} onClick={onStart}>
          {how.dryRun ? t('send.startDry') : t('send.start')}
        </Button>
      </Group>
    </Section>
  );
}
