import type { FeatureCollection, LineString } from 'geojson';

/** Degrees between two lines. */
const steps = [30, 10, 5, 2, 1, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005, 0.002, 0.001, 0.0005, 0.0002, 0.0001];

/**
 * Lines of latitude and longitude for the plain base map, so that distance and north can be seen.
 * @param bounds West, south, east, north of what is shown.
 */
export function gridLines([west, south, east, north]: readonly [number, number, number, number]): FeatureCollection<LineString> {
  const step = steps.find((width) => (east - west) / width >= 4) ?? steps.at(-1)!;
  const lines: [number, number][][] = [];
  for (let number = Math.ceil(west / step); number * step <= east; number++) lines.push([[number * step, south], [number * step, north]]);
  for (let number = Math.ceil(south / step); number * step <= north; number++) lines.push([[west, number * step], [east, number * step]]);
  return {
    type: 'FeatureCollection',
    features: lines.map((coordinates) => ({ type: 'Feature', geometry: { type: 'LineString', coordinates }, properties: {} })),
  };
}
