import { Button, Group, Stack, Text } from '@mantine/core';
import { IconMapPin } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { PlanPart, PlanView } from '../api/types';
import { formatInstant } from '../format/dates';
import { asSentence } from '../format/sentence';
import { formatBytes, formatCount } from '../format/numbers';
import { Fold } from '../shared/Fold';
import { Note } from '../shared/Note';
import { ThumbnailStrip } from '../shared/ThumbnailStrip';
import { useReasonWords } from '../texts/useReasonWords';

const shown = 12;
const shownParts = 6;

interface PlanPartsProps {
  plan: PlanView;
  /** Shows a photo, by its id, where there is a map. */
  onShow?: (photo: number) => void;
  /** Parts that are there whole stand elsewhere on the page. */
  hidesSent?: boolean;
}

/** What would be sent: parts with the reason of each cut, and what would not. */
export function PlanParts({ plan, onShow, hidesSent = false }: PlanPartsProps) {
  const { t } = useTranslation();
  const wordsFor = useReasonWords();
  const refusal = plan.refusal && wordsFor(plan.refusal.code, plan.refusal.text);
  const parts = hidesSent && plan.alreadyThere === plan.photos ? [] : plan.parts;
  const more = parts.slice(shownParts);
  return (
    <Stack gap="md">
      {refusal && <Note tone="bad" title={t('plan.refused')}>{asSentence(refusal.text)}. {refusal.step}</Note>}
      {plan.obstacle && !plan.refusal && <Note tone="warn" title={t('plan.obstacle')}>{plan.obstacle}</Note>}
      <Text size="sm">
        {plan.photos === 0
          ? t('plan.nothing')
          : t('plan.total', { photos: t('sequences.photos', { count: plan.photos, formatted: formatCount(plan.photos) }), bytes: formatBytes(plan.bytes) })}
        {plan.alreadyThere > 0 && ` ${t('plan.alreadyThere', { count: plan.alreadyThere, formatted: formatCount(plan.alreadyThere) })}`}
        {plan.corrected > 0 && ` ${t('plan.corrected', { count: plan.corrected, formatted: formatCount(plan.corrected) })}`}
      </Text>
      {parts.length > 0 && (
        <Stack component="ol" gap="sm" m={0} p={0} style={{ listStyle: 'none' }} aria-label={t('plan.parts')}>
          {parts.slice(0, shownParts).map((part) => <PartRow key={part.firstPhotoId} part={part} isClock={plan.needsTimeZone} onShow={onShow} />)}
        </Stack>
      )}
      {more.length > 0 && (
        <Fold title={t('plan.more', { count: more.length, formatted: formatCount(more.length) })}>
          <Stack component="ol" gap="sm" m={0} p={0} style={{ listStyle: 'none' }}>
            {more.map((part) => <PartRow key={part.firstPhotoId} part={part} isClock={plan.needsTimeZone} onShow={onShow} />)}
          </Stack>
        </Fold>
      )}
      <Looser looser={plan.looser} />
      {plan.leftOut.length > 0 && <Text size="sm" fw={600}>{t('plan.leftOut')}</Text>}
      {plan.leftOut.map(({ reason, photos }) => {
        const { text, step } = wordsFor(reason.code, reason.text);
        return (
          <Fold key={reason.code} title={t('newSequence.reasonCount', { text: asSentence(text), formatted: formatCount(photos.length) })}>
            {step && <Text size="sm" c="dimmed">{step}</Text>}
            <ThumbnailStrip photos={photos.slice(0, shown).map(({ id, name }) => ({ id: id ?? 0, name }))} more={photos.length - shown} />
          </Fold>
        );
      })}
    </Stack>
  );
}

/** What to change for fewer parts. */
function Looser({ looser }: Pick<PlanView, 'looser'>) {
  const { t } = useTranslation();
  const limits = [
    looser?.maxGap != null && t('plan.looserGap', { count: looser.maxGap, formatted: formatCount(looser.maxGap) }),
    looser?.maxJump != null && t('plan.looserJump', { count: looser.maxJump, formatted: formatCount(looser.maxJump) }),
  ].filter((limit) => limit !== false);
  return limits.length > 0 && <Text size="sm">{t('plan.looser', { limits: limits.join(t('plan.looserAnd')) })}</Text>;
}

interface PartRowProps {
  part: PlanPart;
  /** Its times have no zone. */
  isClock: boolean;
  onShow?: (photo: number) => void;
}

function PartRow({ part, isClock, onShow }: PartRowProps) {
  const { t } = useTranslation();
  const wordsFor = useReasonWords();
  const number = part.number == null ? '–' : formatCount(part.number);
  return (
    <Group component="li" justify="space-between" gap="xs" align="flex-start" wrap="nowrap">
      <div>
        <Text size="sm" fw={600}>
          {t('plan.part', { number })}
          <Text span size="sm" fw={400}> · {t('plan.partLine', { photos: t('sequences.photos', { count: part.photos, formatted: formatCount(part.photos) }), bytes: formatBytes(part.bytes) })}</Text>
        </Text>
        <Text size="sm" c="dimmed">{asSentence(wordsFor(part.cut.code, part.cut.text).text)}{part.cut.detail && ` (${part.cut.detail})`}</Text>
        <Text size="sm" c="dimmed" className="word">{t('plan.between', { first: part.firstPhoto, last: part.lastPhoto })} · {formatInstant(part.from, isClock)}</Text>
        {part.warnings.map(({ code, text: programs }) => {
          const { text, step } = wordsFor(code, programs);
          return <Text key={code} size="sm" c={step ? 'var(--warn)' : 'dimmed'}>{asSentence(text)}</Text>;
        })}
      </div>
      {onShow && <Button variant="default" size="xs" px="xs" flex="none" aria-label={t('plan.show', { number })} onClick={() => onShow(part.firstPhotoId)}><IconMapPin size={16} aria-hidden /></Button>}
    </Group>
  );
}
