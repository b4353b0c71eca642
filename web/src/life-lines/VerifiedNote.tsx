import { useTranslation } from 'react-i18next';
import { formatCount } from '../format/numbers';
import { Note } from '../shared/Note';
import { readVerified } from './verified';

/** How many photos a destination shows as they were sent, and what that means for the originals; nothing for a run of another kind. */
export function VerifiedNote({ summary }: { summary: unknown }) {
  const { t } = useTranslation();
  const verified = readVerified(summary);
  if (!verified) return null;
  const { differing, matching, missing, notSent, photos, safeToDelete } = verified;
  const others = [
    missing > 0 && t('lifeLines.verifiedMissing', { count: missing, formatted: formatCount(missing) }),
    differing > 0 && t('lifeLines.verifiedDiffering', { count: differing, formatted: formatCount(differing) }),
    notSent > 0 && t('lifeLines.verifiedNotSent', { count: notSent, formatted: formatCount(notSent) }),
    safeToDelete === undefined && t('lifeLines.verifiedSafeUnasked'),
    safeToDelete === 0 && t('lifeLines.verifiedNoneSafe'),
  ];
  return (
    <Note tone={matching === photos && notSent === 0 ? 'good' : 'warn'} title={t('lifeLines.verified', { count: photos, formatted: formatCount(photos), matching: formatCount(matching) })}>
      {others.filter(Boolean).join(' ')}
    </Note>
  );
}
