import { Button } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useDestinationTitle } from '../api/program';
import { useSend } from '../api/runs';
import type { DestinationState, SequenceDetail } from '../api/types';
import { formatCount } from '../format/numbers';
import { Note } from '../shared/Note';
import { ProblemNote } from '../shared/ProblemNote';

/** What failed where, and the way to try it again. */
export function FailedNotes({ sequence }: { sequence: SequenceDetail }) {
  return sequence.destinations
    .filter(({ failed }) => failed > 0)
    .map((state) => <FailedNote key={state.destination} sequence={sequence.id} state={state} />);
}

function FailedNote({ sequence, state: { destination, failed } }: { sequence: number; state: DestinationState }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const titleOf = useDestinationTitle();
  const send = useSend(sequence);
  const again = () => send.mutate({ destinations: [destination], dryRun: false, follow: true, resend: false, publishAgain: false }, { onSuccess: () => void navigate(`/sequences/${sequence}/send`) });
  return (
    <Note tone="bad" title={t('lifeLines.failedTitle', { count: failed, formatted: formatCount(failed), destination: titleOf(destination) })}>
      {t('lifeLines.failedText')}
      <div>
        <Button variant="default" size="xs" mt="xs" loading={send.isPending} leftSection={<IconRefresh size={16} aria-hidden />} onClick={again}>{t('app.tryAgain')}</Button>
      </div>
      <ProblemNote problem={send.error} />
    </Note>
  );
}
