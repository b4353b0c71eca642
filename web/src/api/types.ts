/**
 * What program and page say to each other: metres, degrees, bytes, seconds; times are ISO 8601 in UTC. The program's own description is the
 * source (openapi.json, from which schema.d.ts is made before each build).
 */
import type { components } from './schema';

type Schemas = components['schemas'];

export type State = 'waiting' | 'sent' | 'published' | 'visible' | 'missing' | 'left_out' | 'failed' | 'dry_run';
export type PartState = Schemas['PartState'];
export type Reason = Schemas['Reason'];

export type DestinationState = Schemas['DestinationState'];
export type SequenceCard = Schemas['SequenceCard'];
export type SequencePage = Schemas['SequencePage'];
export type NameOwner = Schemas['NameOwner'];
export type SequenceChange = Schemas['SequenceChange'];
/** The description does not say that only photos that are left out have a reason. */
export type PhotoColumns = Omit<Schemas['PhotoColumns'], 'reasons'> & { reasons: (string | null)[] };
export type PhotoFacts = Schemas['PhotoFacts'];
export type Fact = Schemas['Fact'];
export type SequenceDetail = Schemas['SequenceDetail'];
export type Rules = Schemas['RuleWishes'];
export type EditRequest = Schemas['EditRequest'];
export type EditKind = NonNullable<EditRequest['kind']>;
export type Proposal = Schemas['ProposalView'];
export type PreviewView = Omit<Schemas['PreviewView'], 'photos'> & { photos?: PhotoColumns | null };
export type PlanView = Schemas['PlanView'];
export type PlanPart = Schemas['PlanPart'];
export type PartView = Schemas['PartView'];
export type Records = Schemas['RecordsView'];

export type LifeLineView = Omit<Schemas['LifeLineView'], 'state'> & { state: State | 'here' };
export type LifeLinePage = Omit<Schemas['LifeLinePage'], 'lines'> & { lines: LifeLineView[] };

export type TransportParent = Schemas['TransportParent'];
export type Place = Schemas['Place'];
export type FolderView = Schemas['FolderView'];
export type ImportWish = Schemas['ImportWish'];
export type DroppedFile = Schemas['DroppedFile'];
export type DestinationCard = Schemas['DestinationCard'];
export type SendRequest = Schemas['SendRequest'];
export type SyncRequest = Schemas['SyncRequest'];

export type RunKind = Schemas['RunKind'];
export type RunState = Schemas['RunState'];
export type RunStarted = Schemas['RunStarted'];
export type RunEvent = Schemas['RunEvent'];
export type SendProgress = Schemas['RunEventSendProgress'];
export type SentThere = Schemas['RunEventSentThere'];
export type Note = Schemas['RunEventNote'];
export type PhotoFailure = Schemas['RunEventPhotoFailure'];
export type PhotoDiffers = Schemas['RunEventPhotoDiffers'];
export type SafeToDelete = Schemas['RunEventSafeToDelete'];

export type Account = Schemas['AccountView'];
export type UserThere = Schemas['UserThere'];
export type SignedOut = Schemas['SignedOut'];
export type Setting = Schemas['SettingView'];
export type SettingsView = Schemas['SettingsView'];
export type Check = Schemas['Check'];

export type RunView = Schemas['RunView'];

export type EntryView = Schemas['EntryView'];
/** Whether a service may have the token of another. */
export type Consent = Schemas['ConsentView'];
export type ServiceView = Schemas['ServiceView'];
