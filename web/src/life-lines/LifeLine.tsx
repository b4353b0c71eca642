import { Anchor, Group, Table, Text } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useDestinationTitle } from '../api/program';
import type { LifeLineView } from '../api/types';
import { formatInstant } from '../format/dates';
import { asSentence } from '../format/sentence';
import { formatCount } from '../format/numbers';
import { StateBadge } from '../shared/StateBadge';
import { Thumbnail } from '../shared/Thumbnail';
import { useReasonWords } from '../texts/useReasonWords';

export function LifeLine({ line }: { line: LifeLineView }) {
  const { t } = useTranslation();
  const titleOf = useDestinationTitle();
  const wordsFor = useReasonWords();
  const reason = line.reason && wordsFor(line.reason.code, line.reason.text);
  const cause = [reason && asSentence(reason.text), line.message].filter(Boolean).join(': ');
  const nextStep = [reason?.step, line.nextStep].filter(Boolean).join(' ');
  return (
    <Table.Tr>
      <Table.Td data-label={t('lifeLines.photo')}>
        <Group gap="sm" wrap="nowrap">
          {line.photoId != null && <Thumbnail id={line.photoId} name="" width={48} />}
          <Text span size="sm" className="line-name" title={line.path}>{line.name}</Text>
        </Group>
      </Table.Td>
      <Table.Td data-label={t('lifeLines.destination')}>
        <Text span size="sm">{line.destination && titleOf(line.destination)}{line.part != null && ` · ${t('plan.part', { number: formatCount(line.part) })}`}</Text>
        {line.otherSequence != null && (
          <Anchor component={Link} to={`/sequences/${line.otherSequence}/life-lines`} size="sm" display="block">{t('lifeLines.otherSequence', { id: formatCount(line.otherSequence) })}</Anchor>
        )}
      </Table.Td>
      <Table.Td data-label={t('lifeLines.state')}><StateBadge state={line.state} /></Table.Td>
      <Table.Td data-label={t('lifeLines.since')} data-empty={!line.at}><Text span size="sm" className="tabular">{line.at ? formatInstant(line.at) : t('app.none')}</Text></Table.Td>
      <Table.Td data-label={t('lifeLines.image')} data-empty={!line.imageId}>
        {line.imageUrl && line.imageId
          ? <a href={line.imageUrl} target="_blank" rel="noreferrer" className="image-link" aria-label={t('lifeLines.openImage', { id: line.imageId })}>{line.imageId} <IconExternalLink size={14} aria-hidden /></a>
          : <Text span size="sm">{line.imageId ?? t('app.none')}</Text>}
        {line.formerImageIds.length > 0 && <Text size="xs" c="dimmed">{t('lifeLines.former', { ids: line.formerImageIds.join(', ') })}</Text>}
      </Table.Td>
      <Table.Td data-label={t('lifeLines.cause')} data-empty={cause === '' && !nextStep}>
        <Text span size="sm">{cause || t('app.none')}</Text>
        {nextStep && <Text size="sm" c="dimmed">{nextStep}</Text>}
      </Table.Td>
    </Table.Tr>
  );
}
