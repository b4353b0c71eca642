import { Code, Table, Text } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Setting } from '../api/types';
import { Section } from '../shared/Section';
import './settings.css';

export function SettingsTable({ settings }: { settings: Setting[] }) {
  const { t } = useTranslation();
  return (
    <Section title={t('settings.values')}>
      <Table className="table stacked" verticalSpacing="xs" aria-label={t('settings.values')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('settings.key')}</Table.Th>
            <Table.Th>{t('settings.value')}</Table.Th>
            <Table.Th>{t('settings.explanation')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>{settings.map((setting) => <Row key={setting.key} setting={setting} />)}</Table.Tbody>
      </Table>
    </Section>
  );
}

function Row({ setting: { key, isSet, value, explanation } }: { setting: Setting }) {
  const { t } = useTranslation();
  return (
    <Table.Tr>
      <Table.Td data-label={t('settings.key')}><Code className="word">{key}</Code></Table.Td>
      <Table.Td data-label={t('settings.value')}>
        <Text span size="sm" className="word">{value}</Text>
        {!value && <Text span size="sm" c="dimmed">{isSet && <IconCheck size={14} aria-hidden />} {isSet ? t('settings.isSet') : t('settings.notSet')}</Text>}
      </Table.Td>
      <Table.Td data-label={t('settings.explanation')}><Text span size="sm">{explanation}</Text></Table.Td>
    </Table.Tr>
  );
}
