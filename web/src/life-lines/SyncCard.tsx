import { Button, Checkbox, Text } from '@mantine/core';
import { IconWorldUpload } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSync } from '../api/runs';
import { useServices } from '../api/program';
import type { SequenceDetail } from '../api/types';
import { ProblemNote } from '../shared/ProblemNote';
import { Section } from '../shared/Section';

/** The entry at Map the Paths Web. The token goes there only with consent. */
export function SyncCard({ sequence }: { sequence: SequenceDetail }) {
  const { t } = useTranslation();
  const { data: services = [] } = useServices();
  const [isAgreed, setIsAgreed] = useState(false);
  const sync = useSync(sequence.id);
  const service = services.find(({ consent }) => consent != null);
  const hasConsent = service?.consent?.given === true;
  return (
    <Section title={t('lifeLines.sync')} text={t('lifeLines.syncText')}>
      {service && service.missing.length > 0 && <Text size="sm">{t('settings.missing')}: {service.missing.join(', ')}</Text>}
      {!hasConsent && <Checkbox label={t('lifeLines.syncConsent')} checked={isAgreed} onChange={({ currentTarget }) => setIsAgreed(currentTarget.checked)} />}
      <div>
        <Button
          variant="default" loading={sync.isPending} disabled={!service || service.missing.length > 0 || !(hasConsent || isAgreed)}
          leftSection={<IconWorldUpload size={18} aria-hidden />} onClick={() => sync.mutate(hasConsent || isAgreed)}
        >
          {t('lifeLines.syncNow')}
        </Button>
      </div>
      <ProblemNote problem={sync.error} />
    </Section>
  );
}
