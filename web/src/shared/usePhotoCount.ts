import { useTranslation } from 'react-i18next';
import { formatCount } from '../format/numbers';

/** How many photos a sequence has, and how many are left out: told in one way wherever it is told. */
export function usePhotoCount(): (photos: number, leftOut: number) => string {
  const { t } = useTranslation();
  return (photos, leftOut) => {
    const kept = t('sequences.photos', { count: photos, formatted: formatCount(photos) });
    return leftOut === 0 ? kept : `${kept}, ${t('sequences.leftOut', { count: leftOut, formatted: formatCount(leftOut) })}`;
  };
}
