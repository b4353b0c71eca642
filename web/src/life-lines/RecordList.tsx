import { Code, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatInstant } from '../format/dates';
import { Fold } from '../shared/Fold';

interface RecordListProps {
  title: string;
  records: { name: string; record: unknown; receivedAt: string; note?: string }[];
}

export function RecordList({ title, records }: RecordListProps) {
  const { t } = useTranslation();
  if (records.length === 0) return null;
  return (
    <Stack gap="xs">
      <Title order={3}>{title}</Title>
      {records.map(({ name, note, record, receivedAt }) => (
        <Fold key={name} title={<span className="word">{name}{note && <Text span size="sm" c="dimmed"> · {note}</Text>}</span>}>
          <Text size="xs" c="dimmed">{t('lifeLines.received', { when: formatInstant(receivedAt) })}</Text>
          <Code block tabIndex={0}>{JSON.stringify(record, null, 2)}</Code>
        </Fold>
      ))}
    </Stack>
  );
}
