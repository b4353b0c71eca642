import { useTranslation } from 'react-i18next';
import { lineToSvg } from '../map/lineToSvg';

const width = 168;
const height = 112;

/** The shape of a sequence's way; a map for each card would be one too many for the browser. */
export function LineDrawing({ line }: { line: number[][] }) {
  const { t } = useTranslation();
  const drawing = lineToSvg(line, width, height, 16);
  return (
    <svg className="line-drawing" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={drawing ? t('sequences.line') : t('sequences.noLine')}>
      {drawing && (
        <>
          <path d={drawing.path} fill="none" stroke="var(--track)" strokeWidth={2.5} strokeLinecap="round" strokeLinejoin="round" />
          <circle cx={drawing.start[0]} cy={drawing.start[1]} r={4} fill="var(--surface)" stroke="var(--track)" strokeWidth={2} />
          <circle cx={drawing.end[0]} cy={drawing.end[1]} r={4} fill="var(--track)" />
        </>
      )}
    </svg>
  );
}
