import { SimpleGrid, Text, UnstyledButton } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTransports } from '../api/program';
import { Note } from './Note';
import { Section } from './Section';
import { childIcon, parentIcon, split } from './transportIcons';

interface TransportChooserProps {
  /** Parent-Child; empty while nothing is chosen. */
  value: string;
  onChange: (transport: string) => void;
  error?: string;
}

/** The parent first, then its children. */
export function TransportChooser({ value, onChange, error }: TransportChooserProps) {
  const { t } = useTranslation();
  const { data: transports = [] } = useTransports();
  const [parent, setParent] = useState(split(value)[0]);
  const chosen = transports.find((transport) => transport.parent === parent);

  const chooseParent = (name: string) => {
    setParent(name);
    const only = transports.find((transport) => transport.parent === name)?.children;
    onChange(only?.length === 1 ? `${name}-${only[0]}` : '');
  };

  return (
    <Section title={t('transport.parent')}>
      {error && <Text size="sm" c="var(--bad)" role="alert">{error}</Text>}
      <SimpleGrid cols={{ base: 3, xs: 5 }} spacing="xs" role="group" aria-label={t('transport.parent')}>
        {transports.map((transport) => (
          <Choice key={transport.parent} icon={parentIcon(transport.parent)} label={transport.parent} isChosen={transport.parent === parent} onChoose={() => chooseParent(transport.parent)} />
        ))}
      </SimpleGrid>
      {chosen && (
        <SimpleGrid cols={{ base: 3, xs: 4, md: 6 }} spacing="xs" role="group" aria-label={t('transport.child')}>
          {chosen.children.map((child) => (
            <Choice key={child} icon={childIcon(parent, child)} label={child} isChosen={value === `${parent}-${child}`} onChoose={() => onChange(`${parent}-${child}`)} />
          ))}
        </SimpleGrid>
      )}
      {chosen?.isAir && <Note tone="warn">{t('transport.air')}</Note>}
    </Section>
  );
}

interface ChoiceProps {
  icon: Icon;
  label: string;
  isChosen: boolean;
  onChoose: () => void;
}

function Choice({ icon: Shape, label, isChosen, onChoose }: ChoiceProps) {
  return (
    <UnstyledButton aria-pressed={isChosen} className="picked" p="sm" ta="center" onClick={onChoose}>
      <Shape size={26} stroke={1.5} aria-hidden />
      <Text size="sm" lh={1.2} mt={4}>{label}</Text>
    </UnstyledButton>
  );
}
