import { Card, Group, Stack, Text, Title } from '@mantine/core';
import { useId, type ReactNode } from 'react';

interface SectionProps {
  title: string;
  text?: string;
  aside?: ReactNode;
  children?: ReactNode;
}

/** A titled card, known to screen readers by its title. */
export function Section({ title, text, aside, children }: SectionProps) {
  const id = useId();
  return (
    <Card component="section" aria-labelledby={id}>
      <Stack gap="md">
        <Group justify="space-between" align="flex-start" gap="sm">
          <div>
            <Title order={2} id={id}>{title}</Title>
            {text && <Text size="sm" c="dimmed" mt={2}>{text}</Text>}
          </div>
          {aside}
        </Group>
        {children}
      </Stack>
    </Card>
  );
}
