import { Button, Code, Group, Stack, Text } from '@mantine/core';
import { IconLogin2 } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRun, useSignIn } from '../api/runs';
import type { ServiceView } from '../api/types';
import { ConsentSwitch } from '../shared/ConsentSwitch';
import { Note } from '../shared/Note';
import { ProblemNote } from '../shared/ProblemNote';
import { Section } from '../shared/Section';
import { AccountRow } from './AccountRow';
import { SignIn } from './SignIn';
import { TokenForm } from './TokenForm';

/** One service: who is signed in, how to sign in, what lacks. */
export function ServiceCard({ service }: { service: ServiceView }) {
  const { t } = useTranslation();
  const [run, setRun] = useState<string>();
  const [farewell, setFarewell] = useState<string>();
  const signIn = useSignIn(service.name);
  const started = useRun(run);
  const canSignIn = service.missing.length === 0;
  const isSignedIn = service.accounts.length > 0;

  return (
    <Section title={service.title}>
      <Stack gap="md">
        {service.accounts.map((account) => <AccountRow key={account.name} service={service.name} account={account} onSignedOut={setFarewell} />)}
        {farewell && <Note tone="still" isUrgent>{farewell}</Note>}
        {!isSignedIn && <Text size="sm" c="dimmed">{t('settings.signedOut')}</Text>}
        {!canSignIn && (
          <Note tone="warn" title={t('settings.missing')}>
            <Group gap={6} my={4}>{service.missing.map((key) => <Code key={key}>{key}</Code>)}</Group>
            {t('settings.missingText')} {t('settings.guide', { guide: service.guide })}
          </Note>
        )}
        {canSignIn && (
          <Group gap="sm">
            <Button
              variant={isSignedIn ? 'default' : 'filled'} loading={signIn.isPending} leftSection={<IconLogin2 size={18} aria-hidden />}
              onClick={() => signIn.mutate(undefined, { onSuccess: (answer) => setRun(answer.run) })}
            >
              {isSignedIn ? t('settings.signInAnother') : t('settings.signIn')}
            </Button>
          </Group>
        )}
        <ProblemNote problem={signIn.error} />
        {started.data && <SignIn run={started.data} />}
        {service.takesTokens && <TokenForm service={service.name} />}
        {service.consent && <ConsentSwitch consent={service.consent} />}
      </Stack>
    </Section>
  );
}
