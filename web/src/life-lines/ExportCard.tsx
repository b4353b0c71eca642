import { Button, Modal } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconFolderDown } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useExport } from '../api/runs';
import { FolderChooser } from '../folders/FolderChooser';
import { ProblemNote } from '../shared/ProblemNote';
import { Section } from '../shared/Section';

export function ExportCard({ sequence }: { sequence: number }) {
  const { t } = useTranslation();
  const [isChoosing, { open, close }] = useDisclosure(false);
  const bring = useExport(sequence);
  return (
    <Section title={t('lifeLines.export')} text={t('lifeLines.exportText')}>
      <div><Button variant="default" leftSection={<IconFolderDown size={18} aria-hidden />} onClick={open}>{t('lifeLines.exportChoose')}</Button></div>
      <Modal opened={isChoosing} onClose={close} size="lg" title={t('lifeLines.exportTitle')} closeButtonProps={{ 'aria-label': t('app.close') }}>
        <FolderChooser action={({ path }) => <Button loading={bring.isPending} onClick={() => bring.mutate(path, { onSuccess: close })}>{t('lifeLines.exportInto')}</Button>} />
        <ProblemNote problem={bring.error} />
      </Modal>
    </Section>
  );
}
