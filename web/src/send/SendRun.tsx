import { Button, Group, Text } from '@mantine/core';
import { IconPlayerPlay } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { RunView, SendRequest } from '../api/types';
import { RunPanel } from '../runs/RunPanel';
import type { RunProgress } from '../runs/runProgress';

interface SendRunProps {
  run: RunView;
  onAgain: (wish: SendRequest) => void;
}

/** The latest sending of a sequence. What was stopped or failed can go on with what is left. */
export function SendRun({ run, onAgain }: SendRunProps) {
  const { t } = useTranslation();
  const again = (progress: RunProgress) => onAgain({ destinations: [...new Set(progress.parts.map((part) => part.destination))], dryRun: false, follow: true });
  return (
    <RunPanel run={run}>
      {(progress) => {
        const state = progress.end?.state;
        if (!state) return <Text size="sm" c="dimmed">{t('run.closeWarning')}</Text>;
        const canGoOn = state !== 'done' && progress.parts.length > 0;
        return (
          <>
            {canGoOn && <Text size="sm">{t('send.pausedText')}</Text>}
            <Group gap="sm">
              {canGoOn && <Button leftSection={<IconPlayerPlay size={18} aria-hidden />} onClick={() => again(progress)}>{t('send.again')}</Button>}
              <Button component={Link} to={`/sequences/${run.sequence}/life-lines`} variant="default">{t('run.seeLifeLines')}</Button>
            </Group>
          </>
        );
      }}
    </RunPanel>
  );
}
