import { Button, Grid, Group, ScrollArea, Stack, Text, TextInput } from '@mantine/core';
import { IconArrowUp, IconFolder } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFolder } from '../api/program';
import type { FolderView, Place } from '../api/types';
import { formatCount } from '../format/numbers';
import { Answered } from '../shared/Answered';
import { ProblemNote } from '../shared/ProblemNote';
import { nameOf } from './paths';
import './folders.css';

interface FolderChooserProps {
  /** What can be done with the folder shown. */
  action: (folder: FolderView) => ReactNode;
  /** What is done with a folder is done with those inside it too. */
  goesInside?: boolean;
}

/** Looks into the computer's folders by way of the program: a page cannot see them. */
export function FolderChooser({ action, goesInside = false }: FolderChooserProps) {
  const [path, setPath] = useState<string>();
  const query = useFolder(path);
  const [last, setLast] = useState<FolderView>();
  if (query.data && query.data !== last) setLast(query.data);
  const show = (folder: FolderView) => <Opened folder={folder} isMeant={!query.isPlaceholderData && !query.isError} action={action} goesInside={goesInside} onOpen={setPath} />;
  return (
    <Stack gap="sm">
      {query.isError && last && <ProblemNote problem={query.error} />}
      {last ? show(last) : <Answered query={query}>{show}</Answered>}
    </Stack>
  );
}

interface OpenedProps extends FolderChooserProps {
  folder: FolderView;
  /** Not while another one is being opened, or when that could not be. */
  isMeant: boolean;
  onOpen: (path: string) => void;
}

function Opened({ folder, isMeant, action, goesInside, onOpen }: OpenedProps) {
  const { t } = useTranslation();
  return (
    <>
      <PathField key={folder.path} path={folder.path} onOpen={onOpen} />
      <Grid gap="md">
        <Grid.Col span={{ base: 12, sm: 4 }}>
          <Text size="sm" fw={600} mb={4}>{t('folders.places')}</Text>
          <PlaceList places={folder.places} now={folder.path} onOpen={onOpen} />
        </Grid.Col>
        <Grid.Col span={{ base: 12, sm: 8 }}>
          <Text size="sm" fw={600} mb={4}>{t('folders.here')}</Text>
          <ScrollArea.Autosize mah={240} type="auto" className="folder-list">
            {folder.parent && <FolderButton place={{ name: t('folders.up', { name: nameOf(folder.parent) }), path: folder.parent }} isUp onOpen={onOpen} />}
            {folder.folders.map((place) => <FolderButton key={place.path} place={place} onOpen={onOpen} />)}
            {folder.folders.length === 0 && <Text size="sm" c="dimmed" p="xs">{t('folders.noFolders')}</Text>}
          </ScrollArea.Autosize>
        </Grid.Col>
      </Grid>
      <Group justify="space-between" gap="sm">
        <Text size="sm" role="status">
          {t('folders.photos', { count: folder.photos, formatted: formatCount(folder.photos) })}
          {folder.otherFiles > 0 && `, ${t('folders.otherFiles', { count: folder.otherFiles, formatted: formatCount(folder.otherFiles) })}`}
          {goesInside && folder.folders.length > 0 && `. ${t('folders.inside', { count: folder.folders.length, formatted: formatCount(folder.folders.length) })}`}
        </Text>
        <fieldset className="bare" disabled={!isMeant}>{action(folder)}</fieldset>
      </Group>
    </>
  );
}

function PathField({ path, onOpen }: { path: string; onOpen: (path: string) => void }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(path);
  return (
    <form onSubmit={(event) => { event.preventDefault(); onOpen(typed.trim()); }}>
      <Group gap="xs" wrap="nowrap">
        <TextInput flex={1} value={typed} aria-label={t('folders.path')} onChange={({ currentTarget }) => setTyped(currentTarget.value)} />
        <Button type="submit" variant="default" disabled={typed.trim() === path}>{t('folders.go')}</Button>
      </Group>
    </form>
  );
}

function PlaceList({ places, now, onOpen }: { places: Place[]; now: string; onOpen: (path: string) => void }) {
  return (
    <ScrollArea.Autosize mah={240} type="auto" className="folder-list">
      {places.map((place) => (
        <button key={place.path} type="button" className="folder-button" aria-current={place.path === now} title={place.path} onClick={() => onOpen(place.path)}>
          <IconFolder size={18} stroke={1.6} aria-hidden /> {place.name}
        </button>
      ))}
    </ScrollArea.Autosize>
  );
}

function FolderButton({ place, isUp = false, onOpen }: { place: Place; isUp?: boolean; onOpen: (path: string) => void }) {
  const Shape = isUp ? IconArrowUp : IconFolder;
  return (
    <button type="button" className="folder-button" onClick={() => onOpen(place.path)}>
      <Shape size={18} stroke={1.6} aria-hidden /> {place.name}
    </button>
  );
}
