import '@mantine/core/styles.css';
import './theme/page.css';
import './texts/i18n';
import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router';
import { isNotThere } from './api/request';
import { router } from './router';
import { theme, variables } from './theme/theme';

const queries = new QueryClient({ defaultOptions: { queries: { retry: (failures, problem) => failures < 1 && !isNotThere(problem), refetchOnWindowFocus: true, staleTime: 2_000 } } });

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element #root.');

createRoot(root).render(
  <StrictMode>
    <MantineProvider theme={theme} cssVariablesResolver={variables} defaultColorScheme="auto">
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);
