import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { get, send } from './request';
import type { ImportWish, RunKind, RunStarted, RunView, SendRequest, SyncRequest } from './types';

const movers = new Set<RunKind>(['send', 'follow', 'practice']);

export const isActive = (run: RunView): boolean => run.state === 'running' || run.state === 'pausing';

/** It looks for images again and again. */
export const isFollowing = (run: RunView): boolean =>
  isActive(run) && (run.kind === 'follow' || run.kind === 'practice' || (run.sending?.follow === true && !run.sending.dryRun));

/** Work goes on that brings a sequence further. */
export const useIsMoving = (sequence: number): boolean =>
  useRuns().data?.some((run) => run.sequence === sequence && isActive(run) && movers.has(run.kind)) ?? false;

export const useRuns = () => useQuery({
  queryKey: ['runs'],
  queryFn: ({ signal }) => get<RunView[]>('/runs', {}, signal),
  refetchInterval: (query) => (query.state.data?.some(isActive) ? 2_000 : 15_000),
});

export const useRun = (run: string | undefined) => useQuery({
  queryKey: ['runs', run],
  queryFn: ({ signal }) => get<RunView>(`/runs/${run}`, {}, signal),
  enabled: run !== undefined,
});

function useStart<Wish>(start: (wish: Wish) => Promise<RunStarted>) {
  const queries = useQueryClient();
  return useMutation({ mutationFn: start, onSuccess: () => queries.invalidateQueries({ queryKey: ['runs'] }) });
}

export const useInspect = () => useStart((paths: string[]) => send<RunStarted>('POST', '/inspect', { paths }));

export const useImport = () => useStart((wish: ImportWish) => send<RunStarted>('POST', '/imports', wish));

export const usePractice = () => useStart<void>(() => send<RunStarted>('POST', '/practice'));

export const useSend = (id: number) => useStart((wish: SendRequest) => send<RunStarted>('POST', `/sequences/${id}/send`, wish));

export const useFollow = (id: number) => useStart<void>(() => send<RunStarted>('POST', `/sequences/${id}/follow`));

export const useVerify = (id: number) =>
  useStart((safeToDelete: boolean) => send<RunStarted>('POST', `/sequences/${id}/verify`, { safeToDelete }));

export const useSync = (id: number) => useStart((wish: SyncRequest) => send<RunStarted>('POST', `/sequences/${id}/sync`, wish));

export const useExport = (id: number) => useStart((folder: string) => send<RunStarted>('POST', `/sequences/${id}/export`, { folder }));

export const useSignIn = (service: string) =>
  useStart((account: string | undefined) => send<RunStarted>('POST', `/accounts/${encodeURIComponent(service)}/login`, { account }));

function useRunWish<Wish>(run: string, ask: (wish: Wish) => Promise<void>) {
  const queries = useQueryClient();
  return useMutation({ mutationFn: ask, onSuccess: () => queries.invalidateQueries({ queryKey: ['runs', run] }) });
}

export const usePause = (run: string) => useRunWish<void>(run, () => send('POST', `/runs/${run}/pause`));

export const useCancel = (run: string) => useRunWish<void>(run, () => send('POST', `/runs/${run}/cancel`));

/** The address that the browser was sent to, pasted by the user. */
export const useAnswer = (run: string) => useRunWish(run, (text: string) => send('POST', `/runs/${run}/answer`, { text }));
