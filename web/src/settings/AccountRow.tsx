import { Button, Group, Stack, Text } from '@mantine/core';
import { IconKey, IconUserCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useSignOut, useUserThere } from '../api/program';
import type { Account } from '../api/types';
import { formatDay } from '../format/dates';
import { Badge } from '../shared/Badge';
import { ProblemNote } from '../shared/ProblemNote';

interface AccountRowProps {
  service: string;
  account: Account;
  /** Told what became of the token there. */
  onSignedOut: (message: string) => void;
}

export function AccountRow({ service, account, onSignedOut }: AccountRowProps) {
  const { t } = useTranslation();
  const signOut = useSignOut(service);
  const user = useUserThere(service, account.given);
  const name = account.user ?? user ?? account.name;
  const facts = [
    account.given && user && t('send.byToken', { setting: account.store }),
    account.signedInAt && t('settings.since', { when: formatDay(account.signedInAt) }),
    account.expiresAt && t('settings.until', { when: formatDay(account.expiresAt) }),
    !account.given && t('settings.kept', { store: account.store }),
    account.scopes && account.scopes.length > 0 && t('settings.scopes', { scopes: account.scopes.join(', ') }),
  ].filter(Boolean).join(' · ');

  return (
    <Stack gap={4}>
      <Group justify="space-between" gap="xs">
        <Group gap="xs">
          <Text fw={600}>{name}</Text>
          {account.given ? <Badge tone="still" icon={IconKey}>{t('settings.given')}</Badge> : <Badge tone="good" icon={IconUserCheck}>{t('settings.signedIn')}</Badge>}
        </Group>
        {!account.given && (
          <Button variant="default" size="xs" loading={signOut.isPending} aria-label={t('settings.signOutOf', { account: name })} onClick={() => signOut.mutate(account.name, { onSuccess: ({ message }) => onSignedOut(message) })}>
            {t('settings.signOut')}
          </Button>
        )}
      </Group>
      {facts && <Text size="sm" c="dimmed">{facts}</Text>}
      <ProblemNote problem={signOut.error} />
    </Stack>
  );
}
