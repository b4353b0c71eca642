import { TagsInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useTags } from '../api/sequences';
import { isTag, mostTags } from './tags';

interface TagsFieldProps {
  value: string[];
  onChange: (tags: string[]) => void;
}

/** Tags, with those of earlier sequences as suggestions. What is no tag stays, with the reason above it, until it is taken out. */
export function TagsField({ value, onChange }: TagsFieldProps) {
  const { t } = useTranslation();
  const { data: suggestions = [] } = useTags();
  const bad = value.filter((tag) => !isTag(tag));
  return (
    <TagsInput
      label={t('newSequence.tags')} description={t('newSequence.tagsHint')} value={value} data={suggestions} maxTags={mostTags} clearable splitChars={[',', ' ', ';']}
      inputWrapperOrder={['label', 'description', 'error', 'input']} error={bad.length > 0 && t('newSequence.badTags', { tags: bad.join(', ') })} onChange={onChange}
    />
  );
}
