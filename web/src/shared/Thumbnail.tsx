import { IconPhotoOff } from '@tabler/icons-react';
import { useState } from 'react';

interface ThumbnailProps {
  /** 0 for a file that could not be read at all. */
  id: number;
  /** Empty where it stands beside. */
  name: string;
  width?: number;
}

/** A photo's small picture; of a photo that has none, the photo itself; a sign in its place when neither can be read. */
export function Thumbnail({ id, name, width = 96 }: ThumbnailProps) {
  const [tries, setTries] = useState(0);
  const source = id === 0 ? undefined : [`/api/photos/${id}/thumbnail`, `/api/photos/${id}/picture`][tries];
  const frame = { width, height: Math.round(width * 0.67), borderRadius: 8, background: 'var(--still-soft)', color: 'var(--still)', objectFit: 'cover', display: 'grid', placeItems: 'center', flex: 'none' } as const;
  return source
    ? <img src={source} alt={name} title={name} loading="lazy" decoding="async" style={frame} onError={() => setTries(tries + 1)} />
    : <span role={name ? 'img' : undefined} aria-label={name || undefined} title={name || undefined} style={frame}><IconPhotoOff size={20} stroke={1.5} aria-hidden /></span>;
}
