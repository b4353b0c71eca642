import { useTranslation } from 'react-i18next';
import { formatCount } from '../format/numbers';
import { Note } from '../shared/Note';
import type { RunProgress } from '../runs/runProgress';
import { readVerified } from './verified';

/** How many images destinations show as they were sent, and what that means for the originals; nothing for a run of another kind. */
export function VerifiedNote({ end }: Pick<RunProgress, 'end'>) {
  const { t } = useTranslation();
  const verified = readVerified(end?.summary);
  if (!verified) return null;
  const isWhole = end?.state === 'done';
  const { differing, matching, missing, notSent, photos, safeToDelete } = verified;
  const others = [
    missing > 0 && t('lifeLines.verifiedMissing', { count: missing, formatted: formatCount(missing) }),
    differing > 0 && t('lifeLines.verifiedDiffering', { count: differing, formatted: formatCount(differing) }),
    notSent > 0 && t('lifeLines.verifiedNotSent', { count: notSent, formatted: formatCount(notSent) }),
    safeToDelete === undefined && t('lifeLines.verifiedSafeUnasked'),
    safeToDelete === 0 && t('lifeLines.verifiedNoneSafe'),
  ];
  return (
    <Note tone={isWhole && matching === photos && notSent === 0 ? 'good' : 'warn'} title={t(isWhole ? 'lifeLines.verified' : 'lifeLines.compared', { count: photos, formatted: formatCount(photos), matching: formatCount(matching) })}>
      {others.filter(Boolean).join(' ')}
    </Note>
  );
}
