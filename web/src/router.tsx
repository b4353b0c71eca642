import { createBrowserRouter } from 'react-router';
import { LifeLinesPage } from './life-lines/LifeLinesPage';
import { NewSequencePage } from './new-sequence/NewSequencePage';
import { RunPage } from './runs/RunPage';
import { SendPage } from './send/SendPage';
import { PhotosPage } from './sequence/PhotosPage';
import { SequenceLayout } from './sequence/SequenceLayout';
import { SequencesPage } from './sequences/SequencesPage';
import { SettingsPage } from './settings/SettingsPage';
import { FaultPage } from './shell/FaultPage';
import { NotFoundPage } from './shell/NotFoundPage';
import { Shell } from './shell/Shell';

export const router = createBrowserRouter([
  {
    element: <Shell />,
    errorElement: <FaultPage />,
    children: [
      { path: '/', element: <SequencesPage /> },
      { path: '/new', element: <NewSequencePage /> },
      {
        path: '/sequences/:id',
        element: <SequenceLayout />,
        children: [
          { index: true, element: <PhotosPage /> },
          { path: 'send', element: <SendPage /> },
          { path: 'life-lines', element: <LifeLinesPage /> },
        ],
      },
      { path: '/runs/:run', element: <RunPage /> },
      { path: '/settings', element: <SettingsPage /> },
      { path: '*', element: <NotFoundPage /> },
    ],
  },
]);
