import { NumberInput, SimpleGrid, Stack, Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Rules } from '../api/types';
import { Fold } from '../shared/Fold';

type Threshold = Exclude<keyof Rules, 'mixesCameras'>;

/** What each of them may be at least. */
const thresholds: [Threshold, number][] = [
  ['maxGap', 1], ['maxJump', 1], ['maxPhotos', 2], ['duplicateMetres', 0], ['duplicateDegrees', 0], ['zigZagMetres', 0], ['maxSpeed', 1], ['spreadSeconds', 0],
];

interface RulesFieldsProps {
  value: Rules;
  onChange: (rules: Rules) => void;
}

/** When the sequence is cut, and which photos its rules leave out. */
export function RulesFields({ value, onChange }: RulesFieldsProps) {
  const { t } = useTranslation();
  return (
    <Fold title={t('rules.title')}>
      <Stack gap="sm">
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
          {thresholds.map(([name, least]) => (
            <NumberInput
              key={name} label={t(`rules.${name}`)} description={t(`rules.${name}Hint`)} min={least} allowDecimal={name !== 'maxPhotos'} value={value[name] ?? ''}
              onChange={(threshold) => onChange({ ...value, [name]: typeof threshold === 'number' ? threshold : undefined })}
            />
          ))}
        </SimpleGrid>
        <Switch
          label={t('rules.mixesCameras')} description={t('rules.mixesCamerasHint')} checked={value.mixesCameras ?? false}
          onChange={({ currentTarget }) => onChange({ ...value, mixesCameras: currentTarget.checked })}
        />
      </Stack>
    </Fold>
  );
}
