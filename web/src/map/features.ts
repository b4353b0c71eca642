import type { Feature, FeatureCollection, LineString, Point } from 'geojson';
import type { PhotoColumns } from '../api/types';

export interface PhotoMark {
  index: number;
  heading: number;
  /** Without a heading a photo is a dot, not an arrow. */
  hasHeading: boolean;
}

export interface SequenceFeatures {
  photos: FeatureCollection<Point, PhotoMark>;
  /** The way along the photos of each run. */
  runs: FeatureCollection<LineString>;
  /** From the last photo of a run to the first of the next. */
  gaps: FeatureCollection<LineString>;
  /** Where a run begins, the first run aside. */
  cuts: FeatureCollection<Point, { code: string }>;
  leftOut: FeatureCollection<Point, { index: number }>;
}

/** What the map draws of a sequence. */
export function featuresOf(photos: PhotoColumns): SequenceFeatures {
  const marks: Feature<Point, PhotoMark>[] = [];
  const leftOut: Feature<Point, { index: number }>[] = [];
  const cuts: Feature<Point, { code: string }>[] = [];
  const gaps: Feature<LineString>[] = [];
  const ways: [number, number][][] = [];
  let lastRun: number | undefined;

  photos.runs.forEach((run, index) => {
    const position = positionOf(photos, index);
    if (!position) return;
    if (run < 0) {
      leftOut.push(point(position, { index }));
      return;
    }

    if (run !== lastRun) {
      const before = ways.at(-1)?.at(-1);
      if (before) {
        gaps.push(line([before, position]));
        cuts.push(point(position, { code: photos.cuts[run] ?? '' }));
      }
      ways.push([]);
      lastRun = run;
    }
    ways.at(-1)?.push(position);
    const heading = photos.headings[index] ?? null;
    marks.push(point(position, { index, heading: heading ?? 0, hasHeading: heading !== null }));
  });

  return {
    photos: collect(marks),
    runs: collect(ways.filter((way) => way.length > 1).map(line)),
    gaps: collect(gaps),
    cuts: collect(cuts),
    leftOut: collect(leftOut),
  };
}

/** Whether any photo that is left out has a place to be drawn at. */
export const drawsLeftOut = (photos: PhotoColumns): boolean => photos.runs.some((run, index) => run < 0 && positionOf(photos, index) !== undefined);

/** Longitude, latitude; undefined when the photo has no position. */
export function positionOf(photos: PhotoColumns, index: number): [number, number] | undefined {
  const longitude = photos.longitudes[index];
  const latitude = photos.latitudes[index];
  return longitude == null || latitude == null ? undefined : [longitude, latitude];
}

/** West, south, east, north of all photos that have a position. */
export function boundsOf(photos: PhotoColumns): [number, number, number, number] | undefined {
  let bounds: [number, number, number, number] | undefined;
  for (let index = 0; index < photos.ids.length; index++) {
    const position = positionOf(photos, index);
    if (!position || (photos.runs[index] ?? -1) < 0) continue;
    const [longitude, latitude] = position;
    bounds = bounds
      ? [Math.min(bounds[0], longitude), Math.min(bounds[1], latitude), Math.max(bounds[2], longitude), Math.max(bounds[3], latitude)]
      : [longitude, latitude, longitude, latitude];
  }
  return bounds;
}

const collect = <Shape extends Point | LineString, Facts extends GeoJSON.GeoJsonProperties>(features: Feature<Shape, Facts>[]): FeatureCollection<Shape, Facts> =>
  ({ type: 'FeatureCollection', features });

const point = <Facts extends GeoJSON.GeoJsonProperties>(coordinates: [number, number], properties: Facts): Feature<Point, Facts> =>
  ({ type: 'Feature', geometry: { type: 'Point', coordinates }, properties });

const line = (coordinates: [number, number][]): Feature<LineString> => ({ type: 'Feature', geometry: { type: 'LineString', coordinates }, properties: {} });
