import { Group, Stack, Text, Title } from '@mantine/core';
import { IconTimeline, IconMap2, IconSend, type Icon } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { NavLink, Outlet, useOutletContext, useParams } from 'react-router';
import { Problem } from '../api/request';
import { useSequence } from '../api/sequences';
import type { SequenceDetail } from '../api/types';
import { formatDays } from '../format/dates';
import { formatDistance, formatDuration } from '../format/numbers';
import { Answered } from '../shared/Answered';
import { ProblemNote } from '../shared/ProblemNote';
import { Transport } from '../shared/Transport';
import { usePhotoCount } from '../shared/usePhotoCount';
import { useTitle } from '../shared/useTitle';
import { ZoneQuestion } from './ZoneQuestion';

/** The sequence that the page around is about. */
export const useShownSequence = () => useOutletContext<SequenceDetail>();

export function SequenceLayout() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  return /^\d+$/.test(id) ? <Known id={Number(id)} /> : <ProblemNote title={t('sequence.notFound')} problem={new Problem(404, t('sequence.unknown', { id }))} />;
}

function Known({ id }: { id: number }) {
  const { t } = useTranslation();
  const query = useSequence(id);
  return <Answered query={query} title={t('sequence.notFound')}>{(sequence) => <Content sequence={sequence} />}</Answered>;
}

function Content({ sequence }: { sequence: SequenceDetail }) {
  const { t } = useTranslation();
  useTitle(sequence.name);
  const countOf = usePhotoCount();
  const { firstTakenAt, lastTakenAt } = sequence;
  return (
    <Stack gap="md">
      <Group justify="space-between" gap="sm" align="flex-end">
        <div>
          <Title order={1} className="word">{sequence.name}</Title>
          <Group gap="4px 16px" mt={4} c="dimmed">
            <Transport transport={sequence.transport} />
            <Text span size="sm">{countOf(sequence.photos - sequence.leftOut, sequence.leftOut)}</Text>
            <Text span size="sm">{t('sequence.underWay', { distance: formatDistance(sequence.distance) })}</Text>
            <Text span size="sm">{t('sequence.firstToLast', { duration: formatDuration(sequence.seconds) })}</Text>
            {firstTakenAt && lastTakenAt && <Text span size="sm">{formatDays(firstTakenAt, lastTakenAt, sequence.needsTimeZone)}</Text>}
          </Group>
        </div>
        <Group component="nav" gap={4} aria-label={t('sequence.tabs')}>
          <Tab to={`/sequences/${sequence.id}`} icon={IconMap2} label={t('sequence.photos')} />
          <Tab to={`/sequences/${sequence.id}/send`} icon={IconSend} label={t('sequence.send')} />
          <Tab to={`/sequences/${sequence.id}/life-lines`} icon={IconTimeline} label={t('sequence.lifeLines')} />
        </Group>
      </Group>
      {sequence.needsTimeZone && <ZoneQuestion sequence={sequence} />}
      <Outlet context={sequence} />
    </Stack>
  );
}

function Tab({ to, icon: Shape, label }: { to: string; icon: Icon; label: string }) {
  return <NavLink to={to} end className="tab-link"><Shape size={18} stroke={1.8} aria-hidden />{label}</NavLink>;
}
