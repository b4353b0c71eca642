import { Button, Group, Stack, Text } from '@mantine/core';
import { IconStethoscope } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { EditRequest, Proposal } from '../api/types';

interface ProposalsProps {
  proposals: Proposal[];
  onTry: (edit: EditRequest) => void;
}

/** What the doctors of clock, compass and track would mend. */
export function Proposals({ proposals, onTry }: ProposalsProps) {
  const { t } = useTranslation();
  if (proposals.length === 0) return null;
  return (
    <div className="note" data-tone="busy">
      <IconStethoscope size={20} aria-hidden />
      <Stack gap="sm" flex={1}>
        <div>
          <Text size="sm" className="note-title">{t('edit.proposals')}</Text>
          <Text size="sm">{t('edit.proposalsText')}</Text>
        </div>
        {proposals.map(({ text, edit }) => (
          <Group key={text} justify="space-between" gap="xs" align="flex-start">
            <Text size="sm" flex="1 1 260px">{text}</Text>
            {edit && <Button variant="default" size="xs" flex="none" onClick={() => onTry(edit)}>{t('edit.tryIt')}</Button>}
          </Group>
        ))}
      </Stack>
    </div>
  );
}
