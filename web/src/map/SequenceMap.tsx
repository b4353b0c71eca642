import 'maplibre-gl/dist/maplibre-gl.css';
import { useComputedColorScheme } from '@mantine/core';
import type { Map } from 'maplibre-gl';
import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { PhotoColumns } from '../api/types';
import { Note } from '../shared/Note';
import { styleAddressOf, useBaseMap } from './baseMap';
import { mapColors } from './colors';
import { boundsOf, featuresOf, positionOf } from './features';
import { clickable, show } from './layers';
import { useMap, type DrawnMap } from './useMap';

interface SequenceMapProps {
  photos: PhotoColumns;
  /** As they are without the edit that is being looked at. */
  before?: PhotoColumns;
  chosen: number;
  onChoose: (index: number) => void;
  /** Counts up when the whole sequence is to be shown. */
  fit: number;
}

export default function SequenceMap({ photos, before, chosen, onChoose, fit }: SequenceMapProps) {
  const { t } = useTranslation();
  const element = useRef<HTMLDivElement>(null);
  const [base] = useBaseMap();
  const address = styleAddressOf(base);
  const isDark = useComputedColorScheme('light') === 'dark' && address === undefined;
  const { drawn, isImpossible } = useMap(element, address, mapColors(isDark), t('sequence.map'));

  usePhotosOn(drawn, photos, before);
  useChosenOn(drawn, photos, chosen);
  useFit(drawn, photos, fit);
  useClicks(drawn?.map, onChoose);

  if (isImpossible) return <Note tone="warn">{t('sequence.mapFailed')}</Note>;
  return <div ref={element} className="map" />;
}

function usePhotosOn(drawn: DrawnMap | undefined, photos: PhotoColumns, before: PhotoColumns | undefined): void {
  const features = useMemo(() => featuresOf(photos), [photos]);
  const earlier = useMemo(() => before && featuresOf(before).photos, [before]);
  useEffect(() => {
    if (!drawn) return;
    show(drawn.map, 'photos', features.photos);
    show(drawn.map, 'runs', features.runs);
    show(drawn.map, 'gaps', features.gaps);
    show(drawn.map, 'cuts', features.cuts);
    show(drawn.map, 'left-out', features.leftOut);
    show(drawn.map, 'before', earlier);
  }, [drawn, features, earlier]);
}

function useChosenOn(drawn: DrawnMap | undefined, photos: PhotoColumns, chosen: number): void {
  useEffect(() => {
    if (!drawn) return;
    const position = positionOf(photos, chosen);
    show(drawn.map, 'chosen', position && {
      type: 'FeatureCollection',
      features: [{ type: 'Feature', geometry: { type: 'Point', coordinates: position }, properties: { heading: photos.headings[chosen] ?? 0, hasHeading: photos.headings[chosen] != null } }],
    });
    if (position && !drawn.map.getBounds().contains(position)) drawn.map.easeTo({ center: position, duration: 300 });
  }, [drawn, photos, chosen]);
}

/** Pixels: at the top lie buttons, and the mark of a cut stands above its photo. */
const clear = { top: 88, right: 56, bottom: 48, left: 48 };

function useFit(drawn: DrawnMap | undefined, photos: PhotoColumns, fit: number): void {
  const latest = useRef(photos);
  latest.current = photos;
  const map = drawn?.map;
  useEffect(() => {
    const bounds = map && boundsOf(latest.current);
    if (bounds) map.fitBounds(bounds, { padding: clear, maxZoom: 18, duration: fit === 0 ? 0 : 400 });
  }, [map, fit]);
}

/** Pixels around a click in which the nearest photo is looked for. */
const reach = 8;

function useClicks(map: Map | undefined, onChoose: (index: number) => void): void {
  useEffect(() => {
    if (!map) return;
    const near = ({ x, y }: { x: number; y: number }) =>
      map.queryRenderedFeatures([[x - reach, y - reach], [x + reach, y + reach]], { layers: clickable.filter((layer) => map.getLayer(layer)) });
    const click = map.on('click', ({ point, lngLat }) => {
      const away = (coordinates: number[]) => Math.hypot((coordinates[0] ?? 0) - lngLat.lng, (coordinates[1] ?? 0) - lngLat.lat);
      const [nearest] = near(point)
        .flatMap(({ geometry, properties }) => (geometry.type === 'Point' ? [{ away: away(geometry.coordinates), index: Number(properties.index) }] : []))
        .sort((one, other) => one.away - other.away);
      if (nearest) onChoose(nearest.index);
    });
    const move = map.on('mousemove', ({ point }) => { map.getCanvas().style.cursor = near(point).length > 0 ? 'pointer' : ''; });
    return () => {
      click.unsubscribe();
      move.unsubscribe();
    };
  }, [map, onChoose]);
}
