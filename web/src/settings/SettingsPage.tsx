import { SimpleGrid, Stack, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useServices, useSettings } from '../api/program';
import { Answered } from '../shared/Answered';
import { useTitle } from '../shared/useTitle';
import { DoctorCard } from './DoctorCard';
import { HostsCard } from './HostsCard';
import { ServiceCard } from './ServiceCard';
import { SettingsTable } from './SettingsTable';
import { WhereCard } from './WhereCard';

export function SettingsPage() {
  const { t } = useTranslation();
  useTitle(t('settings.title'));
  const services = useServices();
  const settings = useSettings();
  return (
    <Stack gap="md">
      <Title order={1}>{t('settings.title')}</Title>
      <Answered query={services}>
        {(all) => <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">{all.map((service) => <ServiceCard key={service.name} service={service} />)}</SimpleGrid>}
      </Answered>
      <DoctorCard />
      <Answered query={settings}>
        {(view) => (
          <>
            <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
              <WhereCard settings={view} />
              <HostsCard />
            </SimpleGrid>
            <SettingsTable settings={view.settings} />
          </>
        )}
      </Answered>
    </Stack>
  );
}
