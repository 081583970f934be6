import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { consultationOutcomes } from '../../shared/hub/closed-lists.ts';
import type { ConsultationOutcome } from '../../shared/hub/closed-lists.ts';
import { sealWords } from '../../shared/hub/sealed-words.ts';
import type { OfficialConsultation } from '../../shared/hub/hub-views.ts';
import { Button } from '../ui/button.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { DateField } from '../ui/date-field.tsx';
import { italianDay } from '../ui/dates.ts';
import { Form } from '../ui/form.tsx';
import { SelectField } from '../ui/select-field.tsx';
import { TextArea, TextField } from '../ui/text-field.tsx';
import { useToast } from '../ui/toast.tsx';
import { HubRefusalLine } from './consultation-actions.tsx';
import { useHubAction } from './hub-context.tsx';

interface Draft {
  readonly outcome: ConsultationOutcome | '';
  readonly toDo: string;
  readonly standardRoute: boolean;
  readonly due: string | undefined;
  readonly what: string;
}
const empty: Draft = { outcome: '', toDo: '', standardRoute: false, due: undefined, what: '' };

/** The result, written while the call runs or after it: the desk keeps it, and the resident takes it home on paper. */
export function WrapUpForm({ consultation }: { consultation: OfficialConsultation }) {
  const { t } = useTranslation(['official', 'hub']);
  const announce = useToast();
  const send = useHubAction('wrapUp');
  const [today] = useState(() => italianDay(new Date().toISOString()));
  const [draft, setDraft] = useState(empty);
  const [errors, setErrors] = useState<{ outcome?: string; due?: string; what?: string }>({});
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part });
  const submit = async () => {
    const wrong = problemsOf(draft, today);
    setErrors({ ...(wrong.outcome && { outcome: t('official:wrapUp.outcomeMissing') }), ...(wrong.due && { due: t('official:wrapUp.dueMissing') }), ...(wrong.what && { what: t('official:wrapUp.whatMissing') }) });
    if (draft.outcome === '' || wrong.due || wrong.what || consultation.call === null) return;
    const followUp = draft.due === undefined ? null : { due: draft.due, what: draft.what };
    const words = await sealWords(crypto, consultation.id, consultation.call.deskSealingKey, { toDo: draft.toDo, followUp });
    const answer = await send.run({ consultationId: consultation.id, wrapUp: { outcome: draft.outcome, standardRoute: draft.standardRoute, words } });
    if (answer.ok) announce(t('official:wrapUp.sent'));
  };
  return (
    <section className="wrap-up" aria-label={t('official:wrapUp.title')}>
      <h2>{t('official:wrapUp.title')}</h2>
      <Form onSubmit={() => void submit()} errors={errors}>
        <SelectField label={t('official:wrapUp.outcome')} value={draft.outcome} error={errors.outcome} onChange={(value) => change({ outcome: consultationOutcomes.find((one) => one === value) ?? '' })} options={consultationOutcomes.map((value) => ({ value, text: t(`hub:outcome.${value}`) }))} />
        <TextArea label={t('official:wrapUp.toDo')} hint={t('official:wrapUp.toDoHint')} value={draft.toDo} onChange={(toDo) => change({ toDo })} maxLength={600} rows={3} />
        <Checkbox checked={draft.standardRoute} onChange={(standardRoute) => change({ standardRoute })}>
          {t('official:wrapUp.standardRoute')}
        </Checkbox>
        <DateField label={t('official:wrapUp.due')} optional value={draft.due} error={errors.due} onChange={(due) => change({ due })} latestYear={Number(today.slice(0, 4)) + 5} />
        {draft.due !== undefined && <TextField label={t('official:wrapUp.what')} value={draft.what} error={errors.what} onChange={(what) => change({ what })} input={{ maxLength: 200 }} />}
        <HubRefusalLine code={send.refusal} />
        <Button submit kind="primary" busy={send.busy}>
          {t(consultation.wrappedUp ? 'official:wrapUp.sendAgain' : 'official:wrapUp.send')}
        </Button>
      </Form>
    </section>
  );
}

const problemsOf = (draft: Draft, today: string) => ({
  outcome: draft.outcome === '',
  due: draft.due !== undefined && draft.due < today,
  what: draft.due !== undefined && draft.what.trim() === '',
});
