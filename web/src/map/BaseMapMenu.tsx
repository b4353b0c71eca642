import { Button, Popover, Radio, Stack, Text, TextInput } from '@mantine/core';
import { IconStack2 } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { hostOf, isStyleAddress, useBaseMap, type BaseMap } from './baseMap';

/** Which base map, and who then sees where one looks. */
export function BaseMapMenu() {
  const { t } = useTranslation();
  const [base, setBase] = useBaseMap();
  const [typed, setTyped] = useState(base.address);
  const host = hostOf(base);
  return (
    <Popover position="bottom-end" width={320} trapFocus>
      <Popover.Target>
        <Button variant="default" size="xs" leftSection={<IconStack2 size={16} aria-hidden />}>{t('sequence.baseMap')}</Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="sm">
          <Radio.Group value={base.kind} onChange={(kind) => setBase({ ...base, kind: kind as BaseMap['kind'] })} aria-label={t('sequence.baseMap')}>
            <Stack gap="xs">
              <Radio value="plain" label={t('sequence.basePlain')} />
              <Radio value="online" label={t('sequence.baseOnline')} />
              <Radio value="own" label={t('sequence.baseOwn')} />
            </Stack>
          </Radio.Group>
          {base.kind === 'own' && (
            <>
              <TextInput size="xs" label={t('sequence.baseAddress')} value={typed} placeholder="https://" onChange={({ currentTarget }) => setTyped(currentTarget.value)} />
              <Button size="xs" disabled={!isStyleAddress(typed)} onClick={() => setBase({ kind: 'own', address: typed })}>{t('sequence.baseUse')}</Button>
            </>
          )}
          <Text size="xs" c="dimmed" role="status">{host ? t('sequence.baseNotice', { host }) : t('sequence.baseNone')}</Text>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
