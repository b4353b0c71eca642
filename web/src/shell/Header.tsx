import { Box, Button, Container, Group, VisuallyHidden } from '@mantine/core';
import { IconPhotoPlus, IconRoute, IconSettings, type Icon } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, NavLink } from 'react-router';
import { ActiveRuns } from './ActiveRuns';
import { SchemeSwitch } from './SchemeSwitch';

export function Header() {
  const { t } = useTranslation();
  return (
    <header className="shell-header">
      <Container size={1280} px={{ base: 'sm', sm: 'lg' }}>
        <div className="shell-bar">
          <Link to="/" className="shell-brand">
            <img src="/mark.svg" width={28} height={28} alt="" />
            <Box component="span" visibleFrom="md">{t('app.name')}</Box>
            <Box component="span" hiddenFrom="md"><VisuallyHidden>{t('app.name')}</VisuallyHidden></Box>
          </Link>
          <nav aria-label={t('app.menu')}>
            <Group gap={4} wrap="nowrap">
              <MenuLink to="/" icon={IconRoute} label={t('app.sequences')} />
              <MenuLink to="/settings" icon={IconSettings} label={t('app.settings')} />
            </Group>
          </nav>
          <Group gap="xs" ml="auto" wrap="nowrap">
            <ActiveRuns />
            <SchemeSwitch />
            <Button component={Link} to="/new" leftSection={<IconPhotoPlus size={18} aria-hidden />} visibleFrom="sm">{t('app.newSequence')}</Button>
            <Button component={Link} to="/new" aria-label={t('app.newSequence')} px="xs" hiddenFrom="sm"><IconPhotoPlus size={18} aria-hidden /></Button>
          </Group>
        </div>
      </Container>
    </header>
  );
}

function MenuLink({ to, icon: Shape, label }: { to: string; icon: Icon; label: string }) {
  return (
    <NavLink to={to} end className="shell-link" aria-label={label}>
      <Shape size={18} stroke={1.8} aria-hidden />
      <Box component="span" visibleFrom="sm">{label}</Box>
    </NavLink>
  );
}
