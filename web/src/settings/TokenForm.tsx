import { Button, Group, PasswordInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useGiveToken } from '../api/program';
import { Fold } from '../shared/Fold';
import { ProblemNote } from '../shared/ProblemNote';

/** For those who have a token already. */
export function TokenForm({ service }: { service: string }) {
  const { t } = useTranslation();
  const [token, setToken] = useState('');
  const give = useGiveToken(service);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    give.mutate({ token: token.trim() }, { onSuccess: () => setToken('') });
  };

  return (
    <Fold title={t('settings.token')}>
      <form onSubmit={submit}>
        <PasswordInput
          label={t('settings.tokenLabel')} description={t('settings.tokenText')} value={token} autoComplete="off" onChange={({ currentTarget }) => setToken(currentTarget.value)}
        />
        <Group gap="xs" mt="xs"><Button type="submit" size="xs" disabled={token.trim() === ''} loading={give.isPending}>{t('settings.tokenSave')}</Button></Group>
        <ProblemNote problem={give.error} />
      </form>
    </Fold>
  );
}
