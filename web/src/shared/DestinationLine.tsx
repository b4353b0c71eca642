import { Group, Text } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useDestinationTitle } from '../api/program';
import { useIsMoving } from '../api/runs';
import type { DestinationState } from '../api/types';
import { formatCount } from '../format/numbers';
import { partStateOf } from './partStateOf';
import { PartStateBadge } from './StateBadge';

/** How a sequence stands at one destination, and its first image there. */
export function DestinationLine({ sequence, state }: { sequence: number; state: DestinationState }) {
  const { t } = useTranslation();
  const titleOf = useDestinationTitle();
  const isMoving = useIsMoving(sequence);
  const counts = [
    t('sequences.visibleOf', { visible: formatCount(state.visible), photos: formatCount(state.photos) }),
    state.missing > 0 && t('sequences.missing', { count: state.missing, formatted: formatCount(state.missing) }),
    state.failed > 0 && t('sequences.failed', { count: state.failed, formatted: formatCount(state.failed) }),
  ].filter(Boolean).join(', ');
  return (
    <Group gap="2px 8px">
      <Text span size="sm" fw={550}>{titleOf(state.destination)}</Text>
      <PartStateBadge state={partStateOf(state)} isMoving={isMoving} />
      <Text span size="sm" c="dimmed">{counts}</Text>
      {state.imageUrl && (
        <a className="inner-link" href={state.imageUrl} target="_blank" rel="noreferrer" aria-label={t('sequences.firstImage', { destination: titleOf(state.destination) })}>
          {t('sequences.seeImage')} <IconExternalLink size={14} aria-hidden style={{ verticalAlign: '-2px' }} />
        </a>
      )}
    </Group>
  );
}
