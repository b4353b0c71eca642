import { useState } from 'react';

interface ThumbnailProps {
  /** 0 for a file that could not be read at all. */
  id: number;
  name: string;
  width?: number;
}

/** A photo's small picture; of a photo that has none, the photo itself; an empty frame when neither can be read. */
export function Thumbnail({ id, name, width = 96 }: ThumbnailProps) {
  const [tries, setTries] = useState(0);
  const source = id === 0 ? undefined : [`/api/photos/${id}/thumbnail`, `/api/photos/${id}/picture`][tries];
  const frame = { width, height: Math.round(width * 0.67), borderRadius: 8, background: 'var(--still-soft)', objectFit: 'cover', display: 'block', flex: 'none' } as const;
  return source
    ? <img src={source} alt={name} title={name} loading="lazy" decoding="async" style={frame} onError={() => setTries(tries + 1)} />
    : <span role="img" aria-label={name} title={name} style={frame} />;
}
