import { Button, CloseButton, Group, Stack, Text } from '@mantine/core';
import { IconCheck, IconFolderPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DropZone } from '../folders/DropZone';
import { FolderChooser } from '../folders/FolderChooser';
import { useCopying } from '../folders/useCopying';
import { Section } from '../shared/Section';

interface ChooseStepProps {
  chosen: string[];
  isBusy: boolean;
  onLook: (paths: string[]) => void;
}

export function ChooseStep({ chosen, isBusy, onLook }: ChooseStepProps) {
  const { t } = useTranslation();
  const [paths, setPaths] = useState(chosen);
  const { copying, copy } = useCopying();
  const isCopying = copying !== undefined && copying.done < copying.all;
  const add = (more: string[]) => setPaths((now) => [...new Set([...now, ...more])]);

  return (
    <Stack gap="md">
      <Section title={t('newSequence.chooseFolder')} text={t('folders.withInside')}>
        <FolderChooser
          goesInside
          action={(folder) => (
            <Button
              variant={paths.includes(folder.path) ? 'default' : 'filled'} disabled={paths.includes(folder.path)} onClick={() => add([folder.path])}
              leftSection={paths.includes(folder.path) ? <IconCheck size={18} aria-hidden /> : <IconFolderPlus size={18} aria-hidden />}
            >
              {paths.includes(folder.path) ? t('folders.added') : t('folders.add')}
            </Button>
          )}
        />
      </Section>
      <DropZone copying={copying} onFiles={(files) => void copy(files).then((kept) => add(kept.folders))} />
      <Section
        title={t('folders.chosen')}
        aside={<Button disabled={paths.length === 0 || isCopying} loading={isBusy} onClick={() => onLook(paths)}>{t('newSequence.look')}</Button>}
      >
        {paths.length === 0 ? <Text size="sm" c="dimmed">{t('newSequence.nothingChosen')}</Text> : <PathList paths={paths} onRemove={(path) => setPaths(paths.filter((other) => other !== path))} />}
      </Section>
    </Stack>
  );
}

const shown = 20;

function PathList({ paths, onRemove }: { paths: string[]; onRemove: (path: string) => void }) {
  const { t } = useTranslation();
  return (
    <Stack component="ul" gap={4} m={0} p={0} style={{ listStyle: 'none' }}>
      {paths.slice(0, shown).map((path) => (
        <Group component="li" key={path} gap="xs" wrap="nowrap">
          <CloseButton size="sm" aria-label={t('folders.remove', { path })} onClick={() => onRemove(path)} />
          <Text size="sm" className="word">{path}</Text>
        </Group>
      ))}
      {paths.length > shown && <Text component="li" size="sm" c="dimmed">{t('newSequence.and', { formatted: paths.length - shown })}</Text>}
    </Stack>
  );
}
