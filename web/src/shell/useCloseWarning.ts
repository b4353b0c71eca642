import { useEffect } from 'react';
import { isActive, useRuns } from '../api/runs';

/** Asks before the window is closed while something is sent or read. The browser chooses the words. */
export function useCloseWarning(): void {
  const { data: runs = [] } = useRuns();
  const isBusy = runs.some((run) => isActive(run) && run.kind !== 'login');

  useEffect(() => {
    if (!isBusy) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [isBusy]);
}
