import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

const pine: MantineColorsTuple = ['#eef7f5', '#d8ebe7', '#b2d7cf', '#88c1b5', '#62ae9f', '#3f9484', '#2b7d6e', '#1f6659', '#175147', '#0e3b34'];

const slate: MantineColorsTuple = ['#dfe5e3', '#c3ccc9', '#a3aeab', '#7d8a86', '#4f5b58', '#38423f', '#2c3533', '#212827', '#191f1e', '#121716'];

export const theme = createTheme({
  primaryColor: 'pine',
  primaryShade: { light: 7, dark: 6 },
  colors: { pine, dark: slate },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif',
  headings: { fontWeight: '650', sizes: { h1: { fontSize: '1.625rem', lineHeight: '1.25' }, h2: { fontSize: '1.125rem', lineHeight: '1.35' }, h3: { fontSize: '1rem', lineHeight: '1.4' } } },
  components: {
    Card: { defaultProps: { withBorder: true, padding: 'md', radius: 'lg' } },
    Anchor: { defaultProps: { underline: 'always' } },
    Tooltip: { defaultProps: { withArrow: true, openDelay: 400 } },
    // Their headers are none of the page.
    Modal: { defaultProps: { centered: true, radius: 'lg', attributes: { header: { role: 'presentation' } } } },
    Drawer: { defaultProps: { attributes: { header: { role: 'presentation' } } } },
    Alert: { defaultProps: { radius: 'lg' } },
  },
});

/** Quiet text that can still be read: contrast of at least 4.5. */
export const variables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': '#f7f9f8',
    '--mantine-color-text': '#1a2422',
    '--mantine-color-dimmed': '#55635f',
    '--mantine-color-placeholder': '#66736f',
    '--mantine-color-anchor': pine[7],
    '--mantine-color-error': '#b3261e',
    '--surface': '#ffffff',
    '--line': '#dde4e1',
    '--good': '#1a6b3c',
    '--good-soft': '#e1f3e8',
    '--busy': '#1b5c93',
    '--busy-soft': '#e2eef8',
    '--warn': '#85560a',
    '--warn-soft': '#fbf0d9',
    '--bad': '#a8271e',
    '--bad-soft': '#fbe6e4',
    '--still': '#4b5855',
    '--still-soft': '#e9eeec',
    '--chosen': pine[0],
    '--track': pine[7],
  },
  dark: {
    '--mantine-color-body': slate[8],
    '--mantine-color-text': '#e4eae8',
    '--mantine-color-dimmed': '#a6b2ae',
    '--mantine-color-placeholder': '#93a09c',
    '--mantine-color-anchor': pine[3],
    '--mantine-color-error': '#f1968f',
    '--surface': slate[7],
    '--line': slate[5],
    '--good': '#85d6a5',
    '--good-soft': '#1d3a2a',
    '--busy': '#93c6f0',
    '--busy-soft': '#1d3448',
    '--warn': '#ecc373',
    '--warn-soft': '#41331a',
    '--bad': '#f3a29b',
    '--bad-soft': '#472522',
    '--still': '#b4bfbc',
    '--still-soft': slate[6],
    '--chosen': '#1e3934',
    '--track': pine[3],
  },
});
