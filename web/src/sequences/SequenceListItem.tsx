import { Card, Group, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { SequenceCard } from '../api/types';
import { formatDays } from '../format/dates';
import { formatDistance } from '../format/numbers';
import { DestinationLine } from '../shared/DestinationLine';
import { Transport } from '../shared/Transport';
import { usePhotoCount } from '../shared/usePhotoCount';
import { LineDrawing } from './LineDrawing';
import './sequences.css';

export function SequenceListItem({ sequence }: { sequence: SequenceCard }) {
  const { t } = useTranslation();
  const countOf = usePhotoCount();
  const { firstTakenAt, lastTakenAt } = sequence;
  return (
    <Card component="li" padding={0} className="sequence-card">
      <LineDrawing line={sequence.line} />
      <Stack gap={8} p="md" miw={0} flex={1}>
        <div>
          <Title order={2} className="word"><Link to={`/sequences/${sequence.id}`} className="card-link">{sequence.name}</Link></Title>
          <Text size="sm" c="dimmed">{firstTakenAt && lastTakenAt ? formatDays(firstTakenAt, lastTakenAt, sequence.needsTimeZone) : t('sequences.noDates')}</Text>
        </div>
        <Group gap="4px 16px">
          <Transport transport={sequence.transport} />
          <Text span size="sm">{countOf(sequence.photos - sequence.leftOut, sequence.leftOut)}</Text>
          <Text span size="sm">{formatDistance(sequence.distance)}</Text>
        </Group>
        {sequence.tags.length > 0 && <Text size="sm" c="dimmed" lineClamp={1}>{sequence.tags.map((tag) => `#${tag}`).join(' ')}</Text>}
        <Stack gap={6} mt="auto">
          {sequence.destinations.map((state) => <DestinationLine key={state.destination} sequence={sequence.id} state={state} />)}
          {sequence.destinations.length === 0 && !sequence.isSentElsewhere && <Text size="sm" c="dimmed">{t('sequences.notSent')}</Text>}
          {sequence.isSentElsewhere && sequence.sentWith == null && <Text size="sm">{t('sequences.publishedBefore')}</Text>}
          {sequence.sentWith != null && <Link to={`/sequences/${sequence.sentWith}`} className="inner-link"><Text size="sm">{t('sequences.sentWith')}</Text></Link>}
        </Stack>
      </Stack>
    </Card>
  );
}
