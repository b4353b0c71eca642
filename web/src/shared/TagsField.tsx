import { TagsInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTags } from '../api/sequences';
import { mostTags, isTag } from './tags';

interface TagsFieldProps {
  value: string[];
  onChange: (tags: string[]) => void;
}

/** Tags, with those of earlier sequences as suggestions. */
export function TagsField({ value, onChange }: TagsFieldProps) {
  const { t } = useTranslation();
  const { data: suggestions = [] } = useTags();
  const [isBad, setIsBad] = useState(false);
  const change = (tags: string[]) => {
    const good = tags.filter(isTag);
    setIsBad(good.length < tags.length);
    onChange(good);
  };

  return (
    <TagsInput
      label={t('newSequence.tags')} description={t('newSequence.tagsHint')} value={value} data={suggestions} maxTags={mostTags} clearable
      splitChars={[',', ' ', ';']} error={isBad && t('newSequence.badTags')} onChange={change}
    />
  );
}
