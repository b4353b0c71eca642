import { lazy, Suspense } from 'react';
import { FlatPicture } from './FlatPicture';
import './viewer.css';

const SpherePicture = lazy(() => import('./SpherePicture'));

interface PictureViewProps {
  id: number;
  name: string;
  projection: string;
}

/** One photo: a sphere to look around in, or a flat picture to look into. */
export function PictureView({ id, name, projection }: PictureViewProps) {
  const address = `/api/photos/${id}/picture`;
  if (projection !== 'equirectangular') return <FlatPicture key={id} address={address} name={name} />;
  return <Suspense fallback={<div className="picture" />}><SpherePicture address={address} name={name} /></Suspense>;
}
