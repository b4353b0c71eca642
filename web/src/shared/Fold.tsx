import { Collapse, Stack, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useId, type ReactNode } from 'react';

interface FoldProps {
  title: ReactNode;
  children: ReactNode;
}

/** More of it on request. */
export function Fold({ title, children }: FoldProps) {
  const id = useId();
  const [isOpen, { toggle }] = useDisclosure(false);
  const Arrow = isOpen ? IconChevronDown : IconChevronRight;
  return (
    <div>
      <UnstyledButton onClick={toggle} aria-expanded={isOpen} aria-controls={id} fz="sm" fw={600} display="inline-flex" style={{ alignItems: 'center', gap: 4 }}>
        <Arrow size={16} aria-hidden />
        {title}
      </UnstyledButton>
      <Collapse expanded={isOpen} id={id}>
        <Stack gap={4} pt="xs" pl={20}>{isOpen && children}</Stack>
      </Collapse>
    </div>
  );
}
