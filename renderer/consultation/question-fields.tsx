import { useTranslation } from 'react-i18next';
import { spokenLanguages, topics, urgencies } from '../../shared/hub/closed-lists.ts';
import type { QuestionDraft } from '../../shared/hub/prepared-question.ts';
import { Checkbox } from '../ui/checkbox.tsx';
import { SelectField } from '../ui/select-field.tsx';
import { TextArea } from '../ui/text-field.tsx';
import { ToggleButtons } from '../ui/toggle-buttons.tsx';

/** What is wrong, in words, by the part of the question. */
export type QuestionErrors = { readonly [Part in 'done' | 'blocked' | 'asked']?: string };

interface QuestionFieldsProps {
  draft: QuestionDraft;
  change: (part: Partial<QuestionDraft>) => void;
  errors: QuestionErrors;
}

/** What is asked first, for that is what only the clerk knows; then what was prepared, to be checked. */
export function QuestionFields({ draft, change, errors }: QuestionFieldsProps) {
  const { t } = useTranslation(['consultation', 'hub']);
  return (
    <>
      <TextArea label={t('consultation:ask.asked')} hint={t('consultation:ask.noNames')} value={draft.asked} error={errors.asked} onChange={(asked) => change({ asked })} maxLength={300} rows={2} />
      <div className="ask-pair">
        <TextArea label={t('consultation:ask.done')} value={draft.done} error={errors.done} onChange={(done) => change({ done })} maxLength={300} rows={3} />
        <TextArea label={t('consultation:ask.blocked')} value={draft.blocked} error={errors.blocked} onChange={(blocked) => change({ blocked })} maxLength={300} rows={3} />
      </div>
      <div className="ask-pair">
        <SelectField label={t('consultation:ask.topic')} value={draft.topic} onChange={(value) => change({ topic: topics.find((one) => one === value) ?? 'other' })} options={topics.map((value) => ({ value, text: t(`hub:topic.${value}`) }))} />
        <SelectField label={t('consultation:ask.language')} value={draft.language} onChange={(value) => change({ language: spokenLanguages.find((one) => one === value) ?? 'it' })} options={spokenLanguages.map((value) => ({ value, text: t(`hub:language.${value}`) }))} />
      </div>
      <ToggleButtons label={t('consultation:ask.urgency')} value={draft.urgency} onChange={(urgency) => change({ urgency: urgency ?? 'ordinary' })} options={urgencies.map((value) => ({ value, text: t(`hub:urgency.${value}`) }))} />
      <Checkbox checked={draft.preferential} onChange={(preferential) => change({ preferential })}>
        {t('consultation:ask.preferential')}
      </Checkbox>
    </>
  );
}
