import type { ComponentType } from 'react';
import type { EditKind, EditRequest, PhotoColumns } from '../api/types';
import { GeotagForm } from './forms/GeotagForm';
import { HeadingOffsetForm } from './forms/HeadingOffsetForm';
import { HeadingsForm } from './forms/HeadingsForm';
import { OutliersForm } from './forms/OutliersForm';
import { PrivacyForm } from './forms/PrivacyForm';
import { RemoveForm } from './forms/RemoveForm';
import { ShiftTimeForm } from './forms/ShiftTimeForm';
import { SpaceForm } from './forms/SpaceForm';
import { TimeZoneForm } from './forms/TimeZoneForm';
import { TrimForm } from './forms/TrimForm';

export interface EditFormProps {
  photos: PhotoColumns;
  /** The id of the photo shown. */
  chosen: number | undefined;
  /** Tells the edit as it stands in the form; undefined while it is not complete. */
  onEdit: (edit: EditRequest | undefined) => void;
}

/** Those that a user fills in: what replaces others comes as a proposal. */
export type FormKind = Exclude<EditKind, 'instead'>;

const forms: Record<FormKind, ComponentType<EditFormProps>> = {
  geotag: GeotagForm,
  shift_time: ShiftTimeForm,
  time_zone: TimeZoneForm,
  space: SpaceForm,
  outliers: OutliersForm,
  heading_offset: HeadingOffsetForm,
  headings: HeadingsForm,
  remove: RemoveForm,
  privacy: PrivacyForm,
  trim: TrimForm,
};

export function EditForm({ kind, ...props }: EditFormProps & { kind: FormKind }) {
  const Form = forms[kind];
  return <Form {...props} />;
}
