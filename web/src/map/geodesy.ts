/** Metres; the mean radius of the earth. */
const radius = 6_371_008.8;

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Metres on the ground between two positions: longitude, latitude. */
export function metresBetween([longitude, latitude]: readonly [number, number], [toLongitude, toLatitude]: readonly [number, number]): number {
  const half = (degrees: number): number => Math.sin(radians(degrees) / 2) ** 2;
  const chord = half(toLatitude - latitude) + Math.cos(radians(latitude)) * Math.cos(radians(toLatitude)) * half(toLongitude - longitude);
  return 2 * radius * Math.asin(Math.min(1, Math.sqrt(chord)));
}
