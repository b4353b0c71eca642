export const state = {
  here: 'Only here',
  waiting: 'Waiting',
  sent: 'Sent',
  published: 'Published',
  visible: 'Visible',
  missing: 'Missing',
  left_out: 'Left out',
  failed: 'Failed',
  dry_run: 'Dry run',
};

export const partState = {
  draft: 'Prepared',
  uploading: 'Uploading',
  uploaded: 'Uploaded',
  still: { uploading: 'Not all sent', publishing: 'Publication unclear' },
  publishing: 'Publishing',
  processing: 'Processing there',
  live: 'Done there',
  failed: 'Failed',
  dry_run: 'Dry run',
};

export const entryState = {
  waiting: 'Waiting',
  unclear: 'Unclear',
  failed: 'Failed',
  synced: 'Listed',
};

export const sessionState = {
  open: 'open',
  failed: 'failed',
  gone: 'gone',
};

export const entry = {
  id: 'entry {{id}}',
  key: 'sequence {{key}}',
};

export const runState = {
  running: 'Under way',
  pausing: 'Pausing…',
  done: 'Done',
  failed: 'Not all done',
  paused: 'Paused',
  cancelled: 'Cancelled',
};

export const runKind = {
  import: 'Importing',
  inspect: 'Looking at the photos',
  send: 'Sending',
  follow: 'Following',
  verify: 'Verifying',
  sync: 'Telling Map the Paths Web',
  export: 'Exporting',
  login: 'Signing in',
  practice: 'Practising',
};
