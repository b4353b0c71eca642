import { keepPreviousData, queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useDestinations } from './program';
import { get, send } from './request';
import type {
  EditRequest, EntryView, LifeLinePage, NameOwner, PartView, PhotoColumns, PhotoFacts, PlanView, PreviewView, Proposal, Records, SequenceChange, SequenceDetail, SequencePage,
} from './types';

export interface SequenceQuery {
  search?: string;
  destination?: string;
  state?: string;
  transport?: string;
  from?: string;
  to?: string;
  offset: number;
  limit: number;
}

export function useSequences(query: SequenceQuery) {
  return useQuery({
    queryKey: ['sequences', query],
    queryFn: ({ signal }) => get<SequencePage>('/sequences', { ...query }, signal),
    placeholderData: keepPreviousData,
  });
}

/** The sequence that has this name already. */
export const useNameOwner = (name: string): number | undefined => useQuery({
  queryKey: ['sequences', 'named', name],
  queryFn: ({ signal }) => get<NameOwner>('/names', { name }, signal),
  enabled: name !== '',
}).data?.sequence ?? undefined;

const detailQuery = (id: number) => queryOptions({
  queryKey: ['sequence', id, 'detail'],
  queryFn: ({ signal }) => get<SequenceDetail>(`/sequences/${id}`, {}, signal),
});

export const useSequence = (id: number) => useQuery(detailQuery(id));

export const usePhotos = (id: number) => useQuery({
  queryKey: ['sequence', id, 'photos'],
  queryFn: ({ signal }) => get<PhotoColumns>(`/sequences/${id}/photos`, {}, signal),
  staleTime: Infinity,
});

export const useFacts = (photo: number | undefined) => useQuery({
  queryKey: ['photo', photo],
  queryFn: ({ signal }) => get<PhotoFacts>(`/photos/${photo}`, {}, signal),
  enabled: photo !== undefined,
  staleTime: 60_000,
  placeholderData: keepPreviousData,
});

export const usePlan = (id: number, destination: string | undefined) => useQuery({
  queryKey: ['sequence', id, 'plan', destination],
  queryFn: ({ signal }) => get<PlanView>(`/sequences/${id}/plan`, { to: destination }, signal),
  enabled: destination !== undefined,
});

/** What looks wrong with clocks and compasses. It stands in every plan, whatever the destination. */
export function useProposals(id: number): Proposal[] {
  const { data: destinations = [] } = useDestinations();
  return usePlan(id, destinations[0]?.name).data?.proposals ?? [];
}

/** What the photos would be after one more edit; nothing is stored. */
export const usePreview = (id: number, edit: EditRequest | undefined) => useQuery({
  queryKey: ['sequence', id, 'preview', edit],
  queryFn: ({ signal }) => send<PreviewView>('POST', `/sequences/${id}/preview`, edit, signal),
  enabled: edit !== undefined,
  gcTime: 0,
  retry: false,
  placeholderData: keepPreviousData,
});

export const isOnlyLookedFor = ({ state }: PartView): boolean => state === 'processing' || state === 'live';

/** @param isChanging Whether work goes on that brings them further. */
export const useParts = (id: number, isChanging: boolean) => useQuery({
  queryKey: ['sequence', id, 'parts'],
  queryFn: ({ signal }) => get<PartView[]>(`/sequences/${id}/parts`, {}, signal),
  refetchInterval: ({ state }) => isChanging && (state.data?.every(isOnlyLookedFor) ? 5_000 : 1_000),
});

export interface LifeLineQuery {
  destination?: string;
  state?: string;
  offset: number;
  limit: number;
}

export const useLifeLines = (id: number, query: LifeLineQuery) => useQuery({
  queryKey: ['sequence', id, 'life-lines', query],
  queryFn: ({ signal }) => get<LifeLinePage>(`/sequences/${id}/life-lines`, { ...query }, signal),
  placeholderData: keepPreviousData,
});

export const useRecords = (id: number, destination: string | undefined, isWanted: boolean) => useQuery({
  queryKey: ['sequence', id, 'records', destination],
  queryFn: ({ signal }) => get<Records>(`/sequences/${id}/records`, { destination }, signal),
  enabled: isWanted,
});

export const useEntries = (id: number) => useQuery({
  queryKey: ['sequence', id, 'entries'],
  queryFn: ({ signal }) => get<EntryView[]>(`/sequences/${id}/entries`, {}, signal),
});

export const useTags = () => useQuery({ queryKey: ['tags'], queryFn: ({ signal }) => get<string[]>('/tags', {}, signal) });

/** Each change answers with the sequence as it is now; everything drawn from it is asked for again. */
function useSequenceChange<Wish>(id: number, change: (wish: Wish) => Promise<SequenceDetail>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: async (detail) => {
      queries.setQueryData(detailQuery(id).queryKey, detail);
      await Promise.all([
        queries.invalidateQueries({ queryKey: ['sequence', id] }),
        queries.invalidateQueries({ queryKey: ['sequences'] }),
        queries.invalidateQueries({ queryKey: ['photo'] }),
      ]);
    },
  });
}

export const useChangeSequence = (id: number) =>
  useSequenceChange(id, (change: SequenceChange) => send<SequenceDetail>('PATCH', `/sequences/${id}`, change));

export const useAddEdit = (id: number) =>
  useSequenceChange(id, (edit: EditRequest) => send<SequenceDetail>('POST', `/sequences/${id}/edits`, edit));

export const useUndo = (id: number) => useSequenceChange<void>(id, () => send<SequenceDetail>('POST', `/sequences/${id}/undo`));

export const useRedo = (id: number) => useSequenceChange<void>(id, () => send<SequenceDetail>('POST', `/sequences/${id}/redo`));

export function useDeleteSequence(id: number) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => send('DELETE', `/sequences/${id}`),
    onSuccess: () => {
      queries.removeQueries({ queryKey: ['sequence', id] });
      return queries.invalidateQueries({ queryKey: ['sequences'] });
    },
  });
}
