import { Anchor, Checkbox, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { IconBan, IconCircleCheck, IconFlask } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useUserThere } from '../api/program';
import type { DestinationCard } from '../api/types';
import { Badge } from '../shared/Badge';

interface DestinationChoiceProps {
  destinations: DestinationCard[];
  chosen: string[];
  onChange: (chosen: string[]) => void;
}

export function DestinationChoice({ destinations, chosen, onChange }: DestinationChoiceProps) {
  return (
    <Checkbox.Group value={chosen} onChange={onChange}>
      <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="md">
        {destinations.map((destination) => <Card key={destination.name} destination={destination} isChosen={chosen.includes(destination.name)} />)}
      </SimpleGrid>
    </Checkbox.Group>
  );
}

/** A destination; greyed out with the reason when nothing can be sent there. */
function Card({ destination, isChosen }: { destination: DestinationCard; isChosen: boolean }) {
  const { t } = useTranslation();
  const { account, address, isPractice, name, nextStep, ready, reason, service, title, tokenSetting } = destination;
  const user = useUserThere(name, tokenSetting != null);
  const who = account ?? user;
  const whose = [who && t('send.asAccount', { account: who }), tokenSetting && t('send.byToken', { setting: tokenSetting })].filter(Boolean).join(', ');
  return (
    <Stack gap="xs" className="picked destination" data-picked={isChosen} data-off={!ready} p="md">
      <Checkbox value={name} disabled={!ready} size="md" label={<Text span fw={600}>{title}</Text>} description={whose || undefined} />
      <Group gap="xs">
        {ready ? <Badge tone="good" icon={IconCircleCheck}>{t('send.ready')}</Badge> : <Badge tone="still" icon={IconBan}>{t('send.notReady')}</Badge>}
        {isPractice && <Badge tone="still" icon={IconFlask}>{t('send.practice')}</Badge>}
      </Group>
      {reason && <Text size="sm">{reason}</Text>}
      {nextStep && <Text size="sm" c="dimmed">{nextStep}</Text>}
      {service && <Anchor component={Link} to="/settings" size="sm">{t('send.signIn')}</Anchor>}
      {ready && address && <Text size="xs" c="dimmed" className="word">{address}</Text>}
    </Stack>
  );
}
