import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { BaseMapMenu } from '../map/BaseMapMenu';
import { hostOf, useBaseMap } from '../map/baseMap';
import { Section } from '../shared/Section';

/** Says whom the page asks for anything. */
export function HostsCard() {
  const { t } = useTranslation();
  const [base] = useBaseMap();
  return (
    <Section title={t('settings.hosts')} aside={<BaseMapMenu />}>
      <Text size="sm">{t('settings.hostsText', { base: hostOf(base) ?? t('settings.hostsPlain') })}</Text>
    </Section>
  );
}
