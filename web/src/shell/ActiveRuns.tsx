import { Box, Loader } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { isActive, useRuns } from '../api/runs';
import { addressOf } from '../runs/addressOf';

/** What is under way, from every page one click away. */
export function ActiveRuns() {
  const { t } = useTranslation();
  const { data: runs = [] } = useRuns();
  const run = runs.find(isActive);
  if (!run) return null;
  const kind = t(`runKind.${run.kind}`);
  return (
    <Link to={addressOf(run)} className="shell-link" aria-label={kind}>
      <Loader size={14} aria-hidden />
      <Box component="span" visibleFrom="sm">{kind}</Box>
    </Link>
  );
}
