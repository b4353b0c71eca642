import { useTranslation } from 'react-i18next';
import { useDestinationTitle } from '../api/program';
import type { PhotoDiffers } from '../api/types';
import { formatCount, formatDistance, formatDuration } from '../format/numbers';
import { byDestination } from './byDestination';
import { Troubles } from './Troubles';

/** Photos that a destination does not show, or not as they were sent. */
export function DifferenceList({ differences }: { differences: Iterable<PhotoDiffers> }) {
  const { t } = useTranslation();
  const titleOf = useDestinationTitle();
  const detailOf = ({ code, imageId, metres, seconds }: PhotoDiffers): string => [
    imageId && t('run.image', { id: imageId }),
    code === 'shown-elsewhere' && metres != null && t('run.away', { distance: formatDistance(metres) }),
    code === 'shown-at-other-time' && seconds != null && t(seconds < 0 ? 'run.earlier' : 'run.later', { duration: formatDuration(Math.abs(seconds)) }),
  ].filter(Boolean).join(', ');
  return byDestination(differences).map(([destination, photos]) => (
    <Troubles
      key={destination} tone="warn" troubles={photos.map((photo) => ({ ...photo, detail: detailOf(photo) && `${detailOf(photo)}.` }))}
      title={t('run.differences', { count: photos.length, formatted: formatCount(photos.length), destination: titleOf(destination) })}
    />
  ));
}
