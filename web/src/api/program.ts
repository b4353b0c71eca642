import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { get, send } from './request';
import type { Check, DestinationCard, FolderView, ServiceView, SettingsView, SignedOut, TransportParent, UserThere } from './types';

export const useTransports = () => useQuery({
  queryKey: ['transports'],
  queryFn: ({ signal }) => get<TransportParent[]>('/transports', {}, signal),
  staleTime: Infinity,
});

/** @param path None for where a user would begin. */
export const useFolder = (path: string | undefined) => useQuery({
  queryKey: ['folder', path],
  queryFn: ({ signal }) => get<FolderView>('/folders', { path }, signal),
  placeholderData: keepPreviousData,
  retry: false,
});

/** @param sequence With the reasons why it cannot go there. */
export const useDestinations = (sequence?: number) => useQuery({
  queryKey: ['destinations', sequence],
  queryFn: ({ signal }) => get<DestinationCard[]>('/destinations', { sequence }, signal),
});

/** A destination's name as people write it; the one in the catalog until that is known. */
export function useDestinationTitle(): (name: string) => string {
  const { data: destinations = [] } = useDestinations();
  return (name) => destinations.find((destination) => destination.name === name)?.title ?? name;
}

export const useServices = () => useQuery({
  queryKey: ['accounts'],
  queryFn: ({ signal }) => get<ServiceView[]>('/accounts', {}, signal),
});

/** Whose the token in a setting is: only the service knows. */
export const useUserThere = (service: string, isWanted: boolean) => useQuery({
  queryKey: ['accounts', service, 'user'],
  queryFn: ({ signal }) => get<UserThere>(`/accounts/${encodeURIComponent(service)}/user`, {}, signal),
  enabled: isWanted,
  retry: false,
  staleTime: 60_000,
}).data?.name;

export const useSettings = () => useQuery({
  queryKey: ['settings'],
  queryFn: ({ signal }) => get<SettingsView>('/settings', {}, signal),
});

export const useDoctor = () => useQuery({
  queryKey: ['doctor'],
  queryFn: ({ signal }) => get<Check[]>('/doctor', {}, signal),
});

function useAccountChange<Wish, Answer>(change: (wish: Wish) => Promise<Answer>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: () => Promise.all([
      queries.invalidateQueries({ queryKey: ['accounts'] }),
      queries.invalidateQueries({ queryKey: ['destinations'] }),
    ]),
  });
}

export const useGiveToken = (service: string) =>
  useAccountChange((given: { token: string; account?: string }) => send('POST', `/accounts/${encodeURIComponent(service)}/token`, given));

export const useSignOut = (service: string) =>
  useAccountChange((account: string) => send<SignedOut>('POST', `/accounts/${encodeURIComponent(service)}/logout`, { account }));

export const useConsent = () =>
  useAccountChange((consent: { server: string; given: boolean }) => send('POST', '/consent', consent));
