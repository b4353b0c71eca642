/** Photos by the destination that they are at, in the order in which these come first. */
export function byDestination<Photo extends { destination: string }>(photos: Iterable<Photo>): [string, Photo[]][] {
  const groups = new Map<string, Photo[]>();
  for (const photo of photos) {
    const group = groups.get(photo.destination);
    if (group) group.push(photo);
    else groups.set(photo.destination, [photo]);
  }

  return [...groups];
}
