import type { GeoJSONSource, Map, StyleSpecification } from 'maplibre-gl';
import type { FeatureCollection } from 'geojson';
import type { MapColors } from './colors';
import { addSymbols } from './symbols';

/** Zoom from which single photos are far enough apart to be arrows. */
const arrowsFrom = 15.5;

const sources = ['grid', 'before', 'runs', 'gaps', 'left-out', 'photos', 'cuts', 'chosen'] as const;

export type SourceName = (typeof sources)[number];

/** A base map that asks nobody for anything. */
export const plainStyle = (colors: MapColors): StyleSpecification => ({
  version: 8,
  sources: {},
  layers: [{ id: 'ground', type: 'background', paint: { 'background-color': colors.ground } }],
});

const nothing: FeatureCollection = { type: 'FeatureCollection', features: [] };

/** Layers that show where photos are clickable. */
export const clickable = ['photo-dots', 'photo-arrows', 'left-out'];

/** Puts what we draw on top of a base map. A new base map begins without it. */
export function addLayers(map: Map, colors: MapColors): void {
  addSymbols(map, colors);
  for (const name of sources) map.addSource(name, { type: 'geojson', data: nothing });

  map.addLayer({ id: 'grid', type: 'line', source: 'grid', paint: { 'line-color': colors.grid, 'line-width': 1 } });
  map.addLayer({
    id: 'before', type: 'circle', source: 'before',
    paint: { 'circle-radius': 4, 'circle-color': 'transparent', 'circle-stroke-color': colors.before, 'circle-stroke-width': 1.5 },
  });
  map.addLayer({
    id: 'runs', type: 'line', source: 'runs', layout: { 'line-cap': 'round', 'line-join': 'round' },
    paint: { 'line-color': colors.track, 'line-width': ['interpolate', ['linear'], ['zoom'], 10, 3, 18, 2], 'line-opacity': ['interpolate', ['linear'], ['zoom'], 14, 0.9, 17, 0.45] },
  });
  map.addLayer({ id: 'gaps', type: 'line', source: 'gaps', paint: { 'line-color': colors.cut, 'line-width': 2, 'line-dasharray': [2, 2] } });
  map.addLayer({
    id: 'left-out', type: 'symbol', source: 'left-out',
    layout: { 'icon-image': 'left-out', 'icon-size': 0.7, 'icon-allow-overlap': true, 'icon-ignore-placement': true },
  });
  map.addLayer({
    id: 'photo-dots', type: 'circle', source: 'photos', filter: ['any', ['!', ['get', 'hasHeading']], ['<', ['zoom'], arrowsFrom]],
    paint: { 'circle-radius': ['interpolate', ['linear'], ['zoom'], 13, 2.5, 16, 4], 'circle-color': colors.photo },
  });
  map.addLayer({
    id: 'photo-arrows', type: 'symbol', source: 'photos', minzoom: arrowsFrom, filter: ['get', 'hasHeading'],
    layout: {
      'icon-image': 'arrow', 'icon-rotate': ['get', 'heading'], 'icon-rotation-alignment': 'map', 'icon-allow-overlap': true, 'icon-ignore-placement': true,
      'icon-size': ['interpolate', ['linear'], ['zoom'], arrowsFrom, 0.4, 18, 0.9, 20, 1.2],
    },
  });
  // Above the photo that the run begins with, which stays to be seen.
  map.addLayer({
    id: 'cuts', type: 'symbol', source: 'cuts',
    layout: { 'icon-image': 'cut', 'icon-size': 0.8, 'icon-offset': [0, -24], 'icon-allow-overlap': true, 'icon-ignore-placement': true },
  });
  map.addLayer({
    id: 'chosen-ring', type: 'circle', source: 'chosen',
    paint: { 'circle-radius': 16, 'circle-color': colors.chosen, 'circle-opacity': 0.18, 'circle-stroke-color': colors.chosen, 'circle-stroke-width': 2 },
  });
  map.addLayer({
    id: 'chosen-dot', type: 'circle', source: 'chosen', filter: ['!', ['get', 'hasHeading']],
    paint: { 'circle-radius': 5, 'circle-color': colors.chosen },
  });
  map.addLayer({
    id: 'chosen', type: 'symbol', source: 'chosen', filter: ['get', 'hasHeading'],
    layout: { 'icon-image': 'arrow-chosen', 'icon-rotate': ['get', 'heading'], 'icon-rotation-alignment': 'map', 'icon-allow-overlap': true, 'icon-ignore-placement': true },
  });
}

export function show(map: Map, source: SourceName, features: FeatureCollection | undefined): void {
  map.getSource<GeoJSONSource>(source)?.setData(features ?? nothing);
}
