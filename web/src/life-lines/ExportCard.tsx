import { Anchor, Button, Group, Modal, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconDownload, IconFolderDown } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useExport } from '../api/runs';
import type { SequenceDetail } from '../api/types';
import { FolderChooser } from '../folders/FolderChooser';
import { ProblemNote } from '../shared/ProblemNote';
import { Section } from '../shared/Section';
import { ExportInto } from './ExportInto';

/** What an export holds besides copies; each can be had alone. */
const documents = ['images.csv', 'images.geojson', 'sequence.gpx', 'plan.geojson', 'sequence.json'];

export function ExportCard({ sequence }: { sequence: SequenceDetail }) {
  const { t } = useTranslation();
  const [isChoosing, { open, close }] = useDisclosure(false);
  const bring = useExport(sequence.id);
  return (
    <Section title={t('lifeLines.export')} text={t('lifeLines.exportText')}>
      <div><Button variant="default" leftSection={<IconFolderDown size={18} aria-hidden />} onClick={open}>{t('lifeLines.exportChoose')}</Button></div>
      <div>
        <Text size="sm" mb={4}>{t('lifeLines.exportAlone')}</Text>
        <Group component="ul" gap="4px 16px" m={0} p={0} style={{ listStyle: 'none' }}>
          {documents.map((name) => (
            <li key={name}>
              <Anchor size="sm" href={`/api/sequences/${sequence.id}/documents/${name}`} download><IconDownload size={14} aria-hidden style={{ verticalAlign: '-2px' }} /> {name}</Anchor>
            </li>
          ))}
        </Group>
      </div>
      <Modal opened={isChoosing} onClose={close} size="lg" title={t('lifeLines.exportTitle')} closeButtonProps={{ 'aria-label': t('app.close') }}>
        <FolderChooser action={({ path }) => <ExportInto inside={path} name={sequence.name} isBusy={bring.isPending} onExport={(folder) => bring.mutate(folder, { onSuccess: close })} />} />
        <ProblemNote problem={bring.error} />
      </Modal>
    </Section>
  );
}
