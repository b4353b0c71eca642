import { Code } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { SettingsView } from '../api/types';
import { Section } from '../shared/Section';

export function WhereCard({ settings }: { settings: SettingsView }) {
  const { t } = useTranslation();
  const rows: [string, string[]][] = [
    [t('settings.home'), [settings.home]],
    [t('settings.catalog'), [settings.catalog]],
    [t('settings.envFiles'), settings.envFiles],
    [t('settings.version'), [settings.version]],
  ];
  return (
    <Section title={t('settings.where')}>
      <dl className="where">
        {rows.map(([name, values]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{values.length === 0 ? t('settings.noEnvFiles') : values.map((value) => <Code key={value} className="word">{value}</Code>)}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
