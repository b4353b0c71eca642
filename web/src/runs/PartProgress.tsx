import { Group, Progress, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useDestinationTitle } from '../api/program';
import type { PartView } from '../api/types';
import { formatInstant } from '../format/dates';
import { formatCount } from '../format/numbers';
import { Fold } from '../shared/Fold';
import { PartStateBadge } from '../shared/StateBadge';
import { keyOf } from './runProgress';

const shown = 6;

interface PartProgressProps {
  parts: PartView[];
  /** A run brings them further. */
  isMoving: boolean;
  /** A run looks at them again and again. */
  isFollowed?: boolean;
  /** What to do next is told, not only about what failed. */
  hasSteps?: boolean;
}

/** Each part at its destination. */
export function PartProgress({ parts, isMoving, isFollowed = false, hasSteps = false }: PartProgressProps) {
  const { t } = useTranslation();
  if (parts.length === 0) return null;
  const more = parts.slice(shown);
  const how = { isMoving, isFollowed, hasSteps };
  return (
    <>
      <PartRows parts={parts.slice(0, shown)} {...how} />
      {more.length > 0 && (
        <Fold title={t('plan.more', { count: more.length, formatted: formatCount(more.length) })}><PartRows parts={more} {...how} /></Fold>
      )}
    </>
  );
}

const PartRows = ({ parts, ...how }: Required<PartProgressProps>) => (
  <Stack component="ul" gap="sm" m={0} p={0} style={{ listStyle: 'none' }}>
    {parts.map((part) => <PartRow key={keyOf(part)} part={part} {...how} />)}
  </Stack>
);

function PartRow({ part, isMoving, isFollowed, hasSteps }: Required<Omit<PartProgressProps, 'parts'>> & { part: PartView }) {
  const { t } = useTranslation();
  const titleOf = useDestinationTitle();
  const number = formatCount(part.number);
  const which = part.otherSequence == null ? t('plan.part', { number }) : t('plan.otherPart', { number, id: formatCount(part.otherSequence) });
  const name = [titleOf(part.destination), part.account, which].filter(Boolean).join(' · ');
  return (
    <li>
      <Group justify="space-between" gap="xs" mb={4}>
        <Group gap="sm">
          <Text size="sm" fw={600}>{name}</Text>
          <PartStateBadge state={part.state} isMoving={isMoving} />
        </Group>
        <Text size="sm" c="dimmed" className="tabular">
          {part.state === 'dry_run'
            ? t('send.dryPart', { count: part.photos, formatted: formatCount(part.photos) })
            : t('send.partCount', { sent: formatCount(part.sent), photos: formatCount(part.photos), visible: formatCount(part.visible) })}
          {isFollowed && part.nextLookAt && ` · ${t('send.nextLook', { when: formatInstant(part.nextLookAt) })}`}
        </Text>
      </Group>
      {part.state !== 'dry_run' && (
        <Progress.Root size="sm">
          <Progress.Section value={part.photos === 0 ? 0 : (part.sent / part.photos) * 100} aria-label={name} color={part.state === 'failed' ? 'red' : 'pine'} />
        </Progress.Root>
      )}
      {part.error && <Text size="sm" c="var(--bad)" mt={4} className="word">{part.error} {part.nextStep}</Text>}
      {!part.error && hasSteps && part.nextStep && <Text size="sm" c="dimmed" mt={4}>{part.nextStep}</Text>}
    </li>
  );
}
