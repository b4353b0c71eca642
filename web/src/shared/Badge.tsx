import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';

export type Tone = 'good' | 'busy' | 'warn' | 'bad' | 'still';

interface BadgeProps {
  tone: Tone;
  icon: Icon;
  children: ReactNode;
}

/** A word with a shape; the colour only repeats what both say. */
export function Badge({ tone, icon: Shape, children }: BadgeProps) {
  return (
    <span className="badge" data-tone={tone}>
      <Shape size={15} stroke={2} aria-hidden />
      {children}
    </span>
  );
}
