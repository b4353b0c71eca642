import { Button, Group, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { inside as pathInside } from '../folders/paths';

interface ExportIntoProps {
  /** The folder that is looked at. */
  inside: string;
  /** Of the sequence. */
  name: string;
  isBusy: boolean;
  onExport: (folder: string) => void;
}

/** A new folder inside the one shown, or that one itself. */
export function ExportInto({ inside, name, isBusy, onExport }: ExportIntoProps) {
  const { t } = useTranslation();
  const [folder, setFolder] = useState(() => name.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, ''));
  return (
    <Group gap="sm" align="flex-end" w="100%">
      <TextInput flex={1} miw={180} label={t('lifeLines.exportFolder')} description={t('lifeLines.exportFolderText')} value={folder} onChange={({ currentTarget }) => setFolder(currentTarget.value)} />
      <Button loading={isBusy} onClick={() => onExport(pathInside(inside, folder.trim()))}>{folder.trim() === '' ? t('lifeLines.exportInto') : t('lifeLines.exportNow')}</Button>
    </Group>
  );
}
