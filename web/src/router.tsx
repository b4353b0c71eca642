import { createBrowserRouter } from 'react-router';
import { SequencesPage } from './sequences/SequencesPage';
import { FaultPage } from './shell/FaultPage';
import { NotFoundPage } from './shell/NotFoundPage';
import { Shell } from './shell/Shell';

/** The first page comes with the program's start; the others are read when they are gone to. */
export const router = createBrowserRouter([
  {
    element: <Shell />,
    errorElement: <FaultPage />,
    // Where an address of another page is opened, until its code is here.
    hydrateFallbackElement: <></>,
    children: [
      { path: '/', element: <SequencesPage /> },
      { path: '/new', lazy: async () => ({ Component: (await import('./new-sequence/NewSequencePage')).NewSequencePage }) },
      {
        path: '/sequences/:id',
        lazy: async () => ({ Component: (await import('./sequence/SequenceLayout')).SequenceLayout }),
        children: [
          { index: true, lazy: async () => ({ Component: (await import('./sequence/PhotosPage')).PhotosPage }) },
          { path: 'send', lazy: async () => ({ Component: (await import('./send/SendPage')).SendPage }) },
          { path: 'life-lines', lazy: async () => ({ Component: (await import('./life-lines/LifeLinesPage')).LifeLinesPage }) },
        ],
      },
      { path: '/runs/:run', lazy: async () => ({ Component: (await import('./runs/RunPage')).RunPage }) },
      { path: '/settings', lazy: async () => ({ Component: (await import('./settings/SettingsPage')).SettingsPage }) },
      { path: '*', element: <NotFoundPage /> },
    ],
  },
]);
