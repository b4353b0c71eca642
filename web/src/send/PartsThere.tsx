import { Button, Text } from '@mantine/core';
import { IconRefresh, IconSend } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { isActive, isFollowing, useFollow } from '../api/runs';
import type { PartView, RunView } from '../api/types';
import { PartProgress } from '../runs/PartProgress';
import { ProblemNote } from '../shared/ProblemNote';
import { Section } from '../shared/Section';

interface PartsThereProps {
  sequence: number;
  parts: PartView[];
  run: RunView | undefined;
  /** Chooses where a dry run went, to send there. */
  onChoose: (destinations: string[]) => void;
}

/** How far each part is at its destination, as the catalog knows it. */
export function PartsThere({ sequence, parts, run, onChoose }: PartsThereProps) {
  const { t } = useTranslation();
  const follow = useFollow(sequence);
  const isBusy = run !== undefined && isActive(run);
  const skipsNumbers = parts.some(({ destination, number }) => number > parts.filter((other) => other.destination === destination).length);
  const isDry = parts.every(({ state }) => state === 'dry_run');
  // While work goes on there is nothing for the user to do.
  const shown = isBusy ? parts.map((part) => ({ ...part, nextStep: undefined })) : parts;
  return (
    <Section
      title={t(isDry ? 'send.dryParts' : 'send.parts')}
      aside={isDry ? (
        <Button size="xs" disabled={isBusy} leftSection={<IconSend size={16} aria-hidden />} onClick={() => onChoose([...new Set(parts.map(({ destination }) => destination))])}>
          {t('send.really')}
        </Button>
      ) : (
        <Button variant="default" size="xs" disabled={isBusy} loading={follow.isPending} leftSection={<IconRefresh size={16} aria-hidden />} onClick={() => follow.mutate()}>
          {t('send.followNow')}
        </Button>
      )}
    >
      <ProblemNote problem={follow.error} />
      {skipsNumbers && <Text size="sm" c="dimmed">{t('send.numbersGoOn')}</Text>}
      <PartProgress parts={shown} isMoving={isBusy} hasSteps={!isDry} isFollowed={run !== undefined && isFollowing(run)} />
    </Section>
  );
}
