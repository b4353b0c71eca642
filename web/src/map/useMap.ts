import { AttributionControl, Map, NavigationControl, ScaleControl, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { useEffect, useRef, useState, type RefObject } from 'react';
import type { MapColors } from './colors';
import { gridLines } from './grid';
import { addLayers, plainStyle, show } from './layers';

setWorkerUrl(workerUrl);

export interface DrawnMap {
  map: Map;
  /** Counts base maps; what we draw has to be drawn again on each. */
  drawing: number;
}

/**
 * A map in an element.
 * @param address Of the base map's style; undefined for the plain one.
 * @returns Undefined until it can be drawn on; `isImpossible` when the browser gives no 3D graphics.
 */
export function useMap(element: RefObject<HTMLDivElement | null>, address: string | undefined, colors: MapColors, title: string): { drawn?: DrawnMap; isImpossible: boolean } {
  const [drawn, setDrawn] = useState<DrawnMap>();
  const [isImpossible, setIsImpossible] = useState(false);
  const live = useRef<Map>(undefined);
  const wanted = useRef({ address, colors });
  wanted.current = { address, colors };

  useEffect(() => {
    const container = element.current;
    if (!container) return;
    const map = begin(container, wanted.current.address ?? plainStyle(wanted.current.colors), title);
    if (!map) {
      setIsImpossible(true);
      return;
    }

    live.current = map;
    map.on('style.load', () => {
      addLayers(map, wanted.current.colors);
      setDrawn((before) => ({ map, drawing: (before?.drawing ?? 0) + 1 }));
    });
    const drawGrid = () => show(map, 'grid', wanted.current.address ? undefined : gridLines(boundsShown(map)));
    map.on('moveend', drawGrid);
    map.on('style.load', drawGrid);
    map.on('idle', () => { container.dataset.ready = 'true'; });
    return () => {
      live.current = undefined;
      setDrawn(undefined);
      map.remove();
    };
  }, [element, title]);

  const isFirst = useRef(true);
  useEffect(() => {
    if (isFirst.current) {
      isFirst.current = false;
      return;
    }
    live.current?.setStyle(address ?? plainStyle(colors), { diff: false });
  }, [address, colors]);

  return { drawn, isImpossible };
}

function begin(container: HTMLDivElement, style: ReturnType<typeof plainStyle> | string, title: string): Map | undefined {
  try {
    const map = new Map({ container, style, attributionControl: false, center: [0, 20], zoom: 1, maxPitch: 0, dragRotate: false, locale: { 'Map.Title': title } });
    map.touchZoomRotate.disableRotation();
    map.addControl(new NavigationControl({ showCompass: false }), 'top-right');
    map.addControl(new ScaleControl({ unit: 'metric' }), 'bottom-left');
    map.addControl(new AttributionControl({ compact: true }), 'bottom-right');
    return map;
  } catch {
    // Without WebGL there is no map; everything on it stands in the list of photos too.
    return undefined;
  }
}

function boundsShown(map: Map): [number, number, number, number] {
  const bounds = map.getBounds();
  return [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()];
}
