import { useDebouncedValue } from '@mantine/hooks';
import { useEffect } from 'react';
import type { EditRequest } from '../../api/types';

/** Tells the edit once the user pauses, so that the preview follows without running behind. */
export function useEdit(edit: EditRequest | undefined, onEdit: (edit: EditRequest | undefined) => void): void {
  const [written] = useDebouncedValue(edit && JSON.stringify(edit), 300);
  useEffect(() => onEdit(written === undefined ? undefined : (JSON.parse(written) as EditRequest)), [written, onEdit]);
}

/** What a number field holds, or nothing while it is empty. */
export const numberIn = (value: string | number): number | undefined => (typeof value === 'number' && Number.isFinite(value) ? value : undefined);
