import { Group, Text } from '@mantine/core';
import { split, transportIcon } from './transportIcons';

/** @param transport Parent-Child. */
export function Transport({ transport }: { transport: string }) {
  const Shape = transportIcon(transport);
  const [parent, child] = split(transport);
  return (
    <Group gap={6} wrap="nowrap">
      <Shape size={18} stroke={1.7} aria-hidden />
      <Text span size="sm">{child || parent}</Text>
    </Group>
  );
}
