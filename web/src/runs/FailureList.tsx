import { useTranslation } from 'react-i18next';
import { useDestinationTitle } from '../api/program';
import type { PhotoFailure } from '../api/types';
import { formatCount } from '../format/numbers';
import { byDestination } from './byDestination';
import { Troubles } from './Troubles';

/** Photos that will not arrive as they are. */
export function FailureList({ failures }: { failures: Iterable<PhotoFailure> }) {
  const { t } = useTranslation();
  const titleOf = useDestinationTitle();
  return byDestination(failures).map(([destination, photos]) => (
    <Troubles
      key={destination} tone="bad" troubles={photos.map(({ message, ...photo }) => ({ ...photo, detail: message }))}
      title={t('lifeLines.failedTitle', { count: photos.length, formatted: formatCount(photos.length), destination: titleOf(destination) })}
    />
  ));
}
