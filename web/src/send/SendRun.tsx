import { Button, Group, Text } from '@mantine/core';
import { IconPlayerPlay } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { RunView, SendRequest } from '../api/types';
import { RunPanel } from '../runs/RunPanel';
import { restOf } from './restOf';

interface SendRunProps {
  run: RunView;
  onAgain: (wish: SendRequest) => void;
}

/** The latest sending of a sequence. What was stopped or failed can go on with what is left. */
export function SendRun({ run, onAgain }: SendRunProps) {
  const { t } = useTranslation();
  return (
    <RunPanel run={run} hidesParts>
      {(progress) => {
        const state = progress.end?.state;
        if (!state) return <Text size="sm" c="dimmed">{t('run.closeWarning')}</Text>;
        const rest = restOf(run);
        return (
          <>
            {rest && <Text size="sm">{t('send.pausedText')}</Text>}
            <Group gap="sm">
              {rest && <Button leftSection={<IconPlayerPlay size={18} aria-hidden />} onClick={() => onAgain(rest)}>{t('send.again')}</Button>}
              <Button component={Link} to={`/sequences/${run.sequence}/life-lines`} variant="default">{t('run.seeLifeLines')}</Button>
            </Group>
          </>
        );
      }}
    </RunPanel>
  );
}
