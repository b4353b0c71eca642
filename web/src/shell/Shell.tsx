import { Box, Container, Text } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet, useLocation } from 'react-router';
import { Header } from './Header';
import { useCloseWarning } from './useCloseWarning';
import { useDropGuard } from './useDropGuard';

/** What all pages have around them. */
export function Shell() {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const main = useRef<HTMLElement>(null);
  const lastPath = useRef(pathname);
  useCloseWarning();
  useDropGuard();

  useEffect(() => {
    if (lastPath.current === pathname) return;
    lastPath.current = pathname;
    main.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, [pathname]);

  return (
    <>
      <a className="skip" href="#content">{t('app.skip')}</a>
      <Header />
      <Box component="main" id="content" ref={main} tabIndex={-1} className="shell-main" mih="calc(100vh - 112px)">
        <Container size={1280} py={{ base: 'md', sm: 'lg' }} px={{ base: 'sm', sm: 'lg' }}>
          <Outlet />
        </Container>
      </Box>
      <Container component="footer" size={1280} pb="md" px={{ base: 'sm', sm: 'lg' }}>
        <Text size="xs" c="dimmed">{t('app.privacy')}</Text>
      </Container>
    </>
  );
}
