import { Tabs } from '@mantine/core';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePhotos, usePreview } from '../api/sequences';
import type { EditRequest, PhotoColumns, SequenceDetail } from '../api/types';
import { Answered } from '../shared/Answered';
import { DetailsPanel } from './DetailsPanel';
import { EditsPanel } from '../edits/EditsPanel';
import { Facts } from './Facts';
import { indexOf, type Choice } from './neighbours';
import { MapPanel } from './MapPanel';
import { PhotoList } from './PhotoList';
import { PicturePanel } from './PicturePanel';
import { PlanPanel } from './PlanPanel';
import { useShownSequence } from './SequenceLayout';
import './sequence.css';

/** Map, picture and what can be said and done about the photos. */
export function PhotosPage() {
  const sequence = useShownSequence();
  const query = usePhotos(sequence.id);
  return <Answered query={query}>{(photos) => <Workplace key={sequence.id} sequence={sequence} photos={photos} />}</Answered>;
}

function Workplace({ sequence, photos }: { sequence: SequenceDetail; photos: PhotoColumns }) {
  const { t } = useTranslation();
  const [wanted, setWanted] = useState<Choice>({ index: 0 });
  const [edit, setEdit] = useState<EditRequest>();
  const preview = usePreview(sequence.id, edit);
  const previewed = (edit && preview.data?.photos) ?? undefined;
  const shown = previewed ?? photos;
  const chosen = useMemo(() => indexOf(shown, wanted), [shown, wanted]);
  const choose = useCallback((index: number) => setWanted({ id: shown.ids[index], index }), [shown]);
  const chooseById = (id: number) => choose(Math.max(0, shown.ids.indexOf(id)));

  return (
    <div className="workplace">
      <MapPanel photos={shown} before={previewed && photos} chosen={chosen} onChoose={choose} />
      <PicturePanel photos={shown} chosen={chosen} onChoose={choose} />
      <Tabs defaultValue="list" className="workplace-tabs" keepMounted={false}>
        <Tabs.List>
          <Tabs.Tab value="list">{t('sequence.photos')}</Tabs.Tab>
          <Tabs.Tab value="edits">{t('sequence.edits')}</Tabs.Tab>
          <Tabs.Tab value="plan">{t('sequence.plan')}</Tabs.Tab>
          <Tabs.Tab value="details">{t('sequence.details')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="list" pt="md"><PhotoList photos={shown} chosen={chosen} isClock={sequence.needsTimeZone} onChoose={choose} /></Tabs.Panel>
        <Tabs.Panel value="edits" pt="md">
          <EditsPanel sequence={sequence} photos={photos} chosen={shown.ids[chosen]} edit={edit} preview={preview} onEdit={setEdit} />
        </Tabs.Panel>
        <Tabs.Panel value="plan" pt="md"><PlanPanel sequence={sequence.id} onShow={chooseById} /></Tabs.Panel>
        <Tabs.Panel value="details" pt="md"><DetailsPanel sequence={sequence} /></Tabs.Panel>
      </Tabs>
      <Facts photos={shown} chosen={chosen} isClock={sequence.needsTimeZone} />
    </div>
  );
}
