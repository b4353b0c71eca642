import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { RunEvent } from '../api/types';
import { advance, noProgress, type RunProgress } from './runProgress';

/** Milliseconds between two drawings: a fast run has more events than an eye can follow. */
const drawEvery = 120;

/** A run's progress as it happens. The program tells all of it again after a reload or a lost connection. */
export function useRunProgress(run: string | undefined): { progress: RunProgress; isLost: boolean } {
  const queries = useQueryClient();
  const [progress, setProgress] = useState(noProgress);
  const [isLost, setIsLost] = useState(false);

  useEffect(() => {
    setProgress(noProgress);
    setIsLost(false);
    if (run === undefined) return;

    const source = new EventSource(`/api/runs/${run}/events`);
    let waiting: RunEvent[] = [];
    let isFresh = false;
    let timer: number | undefined;

    const draw = () => {
      const events = waiting;
      const fromStart = isFresh;
      waiting = [];
      isFresh = false;
      timer = undefined;
      setProgress((now) => advance(fromStart ? noProgress : now, events));
    };

    source.onopen = () => {
      isFresh = true;
      waiting = [];
      setIsLost(false);
    };
    source.onmessage = ({ data }: MessageEvent<string>) => {
      const event = JSON.parse(data) as RunEvent;
      waiting.push(event);
      timer ??= window.setTimeout(draw, drawEvery);
      if (event.type === 'end') {
        source.close();
        void queries.invalidateQueries();
      }
    };
    source.onerror = () => setIsLost(true);

    return () => {
      source.close();
      window.clearTimeout(timer);
    };
  }, [run, queries]);

  return { progress, isLost };
}
