import { useLocalStorage } from '@mantine/hooks';

/** Where the background of maps comes from. */
export interface BaseMap {
  kind: 'plain' | 'online' | 'own';
  /** Address of a style of one's own. */
  address: string;
}

/** Public, without a key, made for any use. */
const online = 'https://tiles.openfreemap.org/styles/liberty';

/** Remembered in this browser. Plain until the user chooses otherwise: nothing is asked for behind one's back. */
export function useBaseMap() {
  return useLocalStorage<BaseMap>({ key: 'mtpdu-base-map', defaultValue: { kind: 'plain', address: '' }, getInitialValueInEffect: false });
}

/** @returns Undefined for the plain one. */
export function styleAddressOf(base: BaseMap): string | undefined {
  switch (base.kind) {
    case 'plain':
      return undefined;
    case 'online':
      return online;
    case 'own':
      return isStyleAddress(base.address) ? base.address : undefined;
  }
}

/** Who is asked for tiles; undefined when nobody is. */
export function hostOf(base: BaseMap): string | undefined {
  const address = styleAddressOf(base);
  return address && new URL(address).host;
}

/** The page may ask others only by https. */
export const isStyleAddress = (address: string): boolean => URL.canParse(address) && new URL(address).protocol === 'https:';
