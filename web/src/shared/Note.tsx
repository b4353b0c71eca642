import { Box, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconInfoCircle, type Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Tone } from './Badge';

const icons: Record<Tone, Icon> = {
  good: IconCircleCheck,
  busy: IconInfoCircle,
  warn: IconAlertTriangle,
  bad: IconAlertTriangle,
  still: IconInfoCircle,
};

interface NoteProps {
  tone: Tone;
  title?: ReactNode;
  children?: ReactNode;
  /** Read out at once by screen readers. */
  isUrgent?: boolean;
}

export function Note({ tone, title, children, isUrgent = false }: NoteProps) {
  const Shape = icons[tone];
  return (
    <div className="note" data-tone={tone} role={isUrgent ? 'alert' : undefined}>
      <Shape size={20} aria-hidden />
      <Box flex={1} miw={0}>
        {title && <Text size="sm" className="note-title word">{title}</Text>}
        {children && <Box fz="sm" className="word">{children}</Box>}
      </Box>
    </div>
  );
}
