import { Button, Text } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFollow } from '../api/runs';
import { useParts } from '../api/sequences';
import { PartProgress } from '../runs/PartProgress';
import { Answered } from '../shared/Answered';
import { ProblemNote } from '../shared/ProblemNote';
import { Section } from '../shared/Section';

interface PartsThereProps {
  sequence: number;
  canLook: boolean;
}

/** How far each part is at its destination, as the catalog knows it. */
export function PartsThere({ sequence, canLook }: PartsThereProps) {
  const { t } = useTranslation();
  const query = useParts(sequence);
  const follow = useFollow(sequence);
  const hasParts = (query.data?.length ?? 0) > 0;
  return (
    <Section
      title={t('send.parts')}
      aside={hasParts && (
        <Button variant="default" size="xs" disabled={!canLook} loading={follow.isPending} leftSection={<IconRefresh size={16} aria-hidden />} onClick={() => follow.mutate()}>
          {t('send.followNow')}
        </Button>
      )}
    >
      <ProblemNote problem={follow.error} />
      <Answered query={query}>{(parts) => (parts.length === 0 ? <Text size="sm" c="dimmed">{t('send.noParts')}</Text> : <PartProgress parts={parts} />)}</Answered>
    </Section>
  );
}
