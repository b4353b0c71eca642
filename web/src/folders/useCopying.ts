import { useCallback, useState } from 'react';
import { sendFile } from '../api/request';
import type { DroppedFile as KeptFile } from '../api/types';
import type { DroppedFile } from './droppedFiles';
import { outermost } from './paths';

export interface Copying {
  all: number;
  done: number;
  /** Where the program keeps the copies. */
  paths: string[];
  failed: { name: string; message: string }[];
}

const atOnce = 4;

/** Copies of what was dropped. */
interface Kept {
  files: string[];
  /** The outermost ones that these lie in, each once. */
  folders: string[];
}

/** Gives dropped files to the program, a few at a time. */
export function useCopying(): { copying: Copying | undefined; copy: (files: DroppedFile[]) => Promise<Kept> } {
  const [copying, setCopying] = useState<Copying>();

  const copy = useCallback(async (files: DroppedFile[]): Promise<Kept> => {
    const kept: string[] = [];
    const folders = new Set<string>();
    const batch = crypto.randomUUID().slice(0, 8);
    const waiting = [...files];
    setCopying((before) => ({ all: (before?.all ?? 0) + files.length, done: before?.done ?? 0, paths: before?.paths ?? [], failed: before?.failed ?? [] }));

    const work = async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        const { file, folder } = next;
        try {
          const { path } = await sendFile<KeptFile>(`/uploads/${encodeURIComponent(file.name)}`, { batch, folder }, file);
          kept.push(path);
          folders.add(outermost(path, folder));
          setCopying((now) => now && { ...now, done: now.done + 1, paths: [...now.paths, path] });
        } catch (failure) {
          const message = failure instanceof Error ? failure.message : String(failure);
          setCopying((now) => now && { ...now, done: now.done + 1, failed: [...now.failed, { name: file.name, message }] });
        }
      }
    };

    await Promise.all(Array.from({ length: atOnce }, work));
    return { files: kept, folders: [...folders] };
  }, []);

  return { copying, copy };
}
