import { useTranslation } from 'react-i18next';
import { shapes } from './symbols';

interface LegendProps {
  hasCuts: boolean;
  hasLeftOut: boolean;
  hasBefore: boolean;
}

export function Legend({ hasCuts, hasLeftOut, hasBefore }: LegendProps) {
  const { t } = useTranslation();
  return (
    <ul className="legend" aria-label={t('sequence.legend')}>
      <li><Sign path={shapes.arrow} fill="var(--track)" />{t('sequence.legendPhoto')}</li>
      {hasCuts && <li><Sign path={shapes.cut} stroke="var(--warn)" />{t('sequence.legendCut')}</li>}
      {hasLeftOut && <li><Sign path={shapes.leftOut} stroke="var(--bad)" />{t('sequence.legendLeftOut')}</li>}
      {hasBefore && <li><Sign path="M12 7a5 5 0 1 0 .01 0z" stroke="var(--still)" />{t('sequence.legendPreview')}</li>}
    </ul>
  );
}

function Sign({ path, fill = 'none', stroke = 'none' }: { path: string; fill?: string; stroke?: string }) {
  return <svg viewBox="0 0 24 24" width={15} height={15} aria-hidden><path d={path} fill={fill} stroke={stroke} strokeWidth={3} strokeLinecap="round" /></svg>;
}
