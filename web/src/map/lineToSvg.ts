export interface SvgLine {
  /** For the attribute d of a path. */
  path: string;
  start: [number, number];
  end: [number, number];
}

/**
 * A line of positions as a drawing of a given size, north up, shapes as on the ground.
 * @param line Longitude, latitude.
 * @returns Undefined when there is nothing to draw.
 */
export function lineToSvg(line: readonly (readonly number[])[], width: number, height: number, padding: number): SvgLine | undefined {
  const [first] = line;
  if (!first) return undefined;

  const [west = 0, base = 0] = first;
  const squeeze = Math.cos((base * Math.PI) / 180);
  const points = line.map(([longitude = 0, latitude = 0]): [number, number] => [eastOf(west, longitude) * squeeze, -latitude]);
  const [left, right] = range(points.map(([x]) => x));
  const [top, bottom] = range(points.map(([, y]) => y));
  const scale = Math.min((width - 2 * padding) / (right - left || 1e-9), (height - 2 * padding) / (bottom - top || 1e-9));
  const place = ([x, y]: [number, number]): [number, number] => [
    round(width / 2 + (x - (left + right) / 2) * scale),
    round(height / 2 + (y - (top + bottom) / 2) * scale),
  ];

  const placed = points.map(place);
  const [start] = placed;
  const end = placed.at(-1);
  if (!start || !end) return undefined;
  return { path: `M${placed.map((point) => point.join(' ')).join('L')}`, start, end };
}

/** Degrees from one longitude to another the short way round, over 180° too. */
const eastOf = (from: number, to: number): number => ((((to - from + 180) % 360) + 360) % 360) - 180;

const range = (values: number[]): [number, number] =>
  values.reduce(([least, greatest], value) => [Math.min(least, value), Math.max(greatest, value)], [Infinity, -Infinity]);

const round = (value: number): number => Math.round(value * 10) / 10;
