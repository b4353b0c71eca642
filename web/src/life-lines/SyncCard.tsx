import { Anchor, Button, Checkbox, Group, Select, Text } from '@mantine/core';
import { IconWorldUpload } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useServices } from '../api/program';
import { useSync } from '../api/runs';
import { useEntries } from '../api/sequences';
import { ConsentSwitch } from '../shared/ConsentSwitch';
import { EntryRows } from '../shared/EntryRows';
import { ProblemNote } from '../shared/ProblemNote';
import { Section } from '../shared/Section';

/** The entries at Map the Paths Web. The user's token goes there only with consent. */
export function SyncCard({ sequence }: { sequence: number }) {
  const { t } = useTranslation();
  const { data: services = [] } = useServices();
  const { data: entries = [] } = useEntries(sequence);
  const [createAgain, setCreateAgain] = useState(false);
  const [account, setAccount] = useState<string | null>(null);
  const sync = useSync(sequence);
  const service = services.find(({ name }) => name === 'mtpw');
  const consent = service?.consent;
  const accounts = service?.accounts ?? [];
  const isSignedIn = accounts.length > 0;
  const hasToChoose = accounts.length > 1 && !accounts.some(({ given }) => given);
  return (
    <Section title={t('lifeLines.sync')} text={t('lifeLines.syncText')}>
      {service && !consent && <Text size="sm">{t('lifeLines.syncMissing', { keys: service.missing.join(', '), guide: service.guide })}</Text>}
      {consent && (
        <>
          {entries.length === 0 ? <Text size="sm" c="dimmed">{t('lifeLines.syncNothing')}</Text> : <EntryRows entries={entries} />}
          <ConsentSwitch consent={consent} />
          {!isSignedIn && <Text size="sm">{t('lifeLines.syncSignIn')} <Anchor component={Link} to="/settings" size="sm">{t('send.signIn')}</Anchor></Text>}
          {hasToChoose && <Select label={t('send.account')} description={t('send.accountText')} required data={accounts.map(({ name }) => name)} value={account} maw={280} onChange={setAccount} />}
          {entries.some(({ state }) => state === 'unclear') && (
            <Checkbox label={t('lifeLines.syncAgain')} checked={createAgain} onChange={({ currentTarget }) => setCreateAgain(currentTarget.checked)} />
          )}
          <Group>
            <Button
              variant="default" loading={sync.isPending} disabled={!consent.given || !isSignedIn || (hasToChoose && account === null) || entries.length === 0} leftSection={<IconWorldUpload size={18} aria-hidden />}
              onClick={() => sync.mutate({ createAgain, account: hasToChoose ? account : undefined })}
            >
              {t('lifeLines.syncNow')}
            </Button>
          </Group>
        </>
      )}
      <ProblemNote problem={sync.error} />
    </Section>
  );
}
