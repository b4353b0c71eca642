import { Button, Drawer, Select, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconFileCode } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDestinationTitle } from '../api/program';
import { useRecords } from '../api/sequences';
import type { SequenceDetail } from '../api/types';
import { Answered } from '../shared/Answered';
import { Section } from '../shared/Section';
import { RecordList } from './RecordList';

export function RecordsCard({ sequence }: { sequence: SequenceDetail }) {
  const { t } = useTranslation();
  const [isOpen, { open, close }] = useDisclosure(false);
  const titleOf = useDestinationTitle();
  const names = sequence.destinations.map(({ destination }) => destination);
  const [destination, setDestination] = useState<string>();
  const query = useRecords(sequence.id, destination ?? names[0], isOpen);
  const sessionWord = (state: string) => (state === 'open' || state === 'failed' || state === 'gone' ? t(`sessionState.${state}`) : state);
  return (
    <Section title={t('lifeLines.records')} text={t('lifeLines.recordsText')}>
      <div><Button variant="default" leftSection={<IconFileCode size={18} aria-hidden />} onClick={open}>{t('lifeLines.recordsShow')}</Button></div>
      <Drawer opened={isOpen} onClose={close} position="right" size="lg" title={t('lifeLines.records')} closeButtonProps={{ 'aria-label': t('app.close') }}>
        <Stack gap="md">
          {names.length > 1 && <Select label={t('lifeLines.destination')} data={names.map((name) => ({ value: name, label: titleOf(name) }))} value={destination ?? names[0]} allowDeselect={false} onChange={(name) => setDestination(name ?? undefined)} />}
          <Answered query={query}>
            {({ images, sequences, sessions }) => images.length + sequences.length + sessions.length === 0
              ? <Text size="sm" c="dimmed">{t('lifeLines.recordsNone')}</Text>
              : (
                <>
                  <RecordList title={t('lifeLines.recordSequences')} records={sequences.map(({ id, record, receivedAt }) => ({ name: id, record, receivedAt }))} />
                  <RecordList title={t('lifeLines.recordImages')} records={images.map(({ imageId, record, receivedAt }) => ({ name: imageId, record, receivedAt }))} />
                  <RecordList title={t('lifeLines.recordSessions')} records={sessions.map(({ key, record, receivedAt, state, reason }) => ({ name: key, record, receivedAt, note: [state && sessionWord(state), reason].filter(Boolean).join(': ') }))} />
                </>
              )}
          </Answered>
        </Stack>
      </Drawer>
    </Section>
  );
}
