import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChosenSettings } from '../../shared/settings/settings.ts';
import { useDeskAction } from '../desk/desk-context.tsx';
import { ComuneFields } from '../setup/comune-fields.tsx';
import { KindChoice } from '../setup/kind-choice.tsx';
import { Alert } from '../ui/alert.tsx';
import { Actions, Button } from '../ui/button.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { RefusalAlert } from '../ui/error-state.tsx';
import { Foot } from '../ui/foot.tsx';
import { Form } from '../ui/form.tsx';
import { Section } from '../ui/page.tsx';
import { TextArea, TextField } from '../ui/text-field.tsx';
import { useToast } from '../ui/toast.tsx';
import { settingsOf, settingsProblems } from './settings-draft.ts';
import type { SettingsDraft } from './settings-draft.ts';
import { useSettingsDraft } from './use-settings-draft.ts';

const noProblems = { comune: {}, lock: false, retention: false };

interface PartProps {
  draft: SettingsDraft;
  change: (changes: Partial<SettingsDraft>) => void;
  problems: ReturnType<typeof settingsProblems>;
}

/** The settings in two groups, saved together. */
export function SettingsForm({ settings, left }: { settings: ChosenSettings; left: string }) {
  const { t } = useTranslation('supervisor');
  const announce = useToast();
  const { draft, change, foundUnsaved, forget, discard } = useSettingsDraft(settings, left);
  const [problems, setProblems] = useState<ReturnType<typeof settingsProblems>>(noProblems);
  const save = useDeskAction('saveSettings');
  const part = { draft, change, problems };
  const submit = async () => {
    setProblems(settingsProblems(draft));
    const next = settingsOf(draft);
    if (!next) return;
    const reply = await save.run(next);
    if (!reply.ok) return;
    forget();
    announce(t('settings.saved'));
  };
  return (
    <Form onSubmit={submit} errors={problems}>
      {foundUnsaved && <Unsaved onDiscard={discard} />}
      <DeskPart {...part} />
      <PrivacyPart {...part} />
      <Foot>
        <RefusalAlert refusal={save.refusal} />
        <Actions>
          <Button kind="primary" submit busy={save.busy}>
            {t('settings.save')}
          </Button>
        </Actions>
      </Foot>
    </Form>
  );
}

function Unsaved({ onDiscard }: { onDiscard: () => void }) {
  const { t } = useTranslation('supervisor');
  const discard = () => {
    onDiscard();
    // The button goes away with the changes.
    document.querySelector<HTMLElement>('#content h1')?.focus();
  };
  return (
    <Alert kind="info">
      <p>{t('settings.unsaved')}</p>
      <Button kind="quiet" onClick={discard}>
        {t('settings.discard')}
      </Button>
    </Alert>
  );
}

function DeskPart({ draft, change, problems }: PartProps) {
  const { t } = useTranslation('supervisor');
  return (
    <Section title={t('settings.desk')}>
      <ComuneFields value={draft.comune} onChange={(comune) => change({ comune })} problems={problems.comune} />
      <KindChoice value={draft.kind} onChange={(kind) => change({ kind })} />
      <TextArea
        label={t('settings.contact')}
        hint={t('settings.contactHint')}
        optional
        maxLength={200}
        rows={3}
        value={draft.deskContact}
        onChange={(deskContact) => change({ deskContact })}
      />
    </Section>
  );
}

function PrivacyPart({ draft, change, problems }: PartProps) {
  const { t } = useTranslation('supervisor');
  return (
    <Section title={t('settings.privacy')}>
      <TextField
        label={t('settings.lock')}
        hint={t('settings.lockHint')}
        width="tiny"
        value={draft.lockAfterMinutes}
        onChange={(lockAfterMinutes) => change({ lockAfterMinutes })}
        error={problems.lock ? t('settings.lockProblem') : undefined}
        input={{ inputMode: 'numeric', maxLength: 2 }}
      />
      <TextField
        label={t('settings.retention')}
        hint={t('settings.retentionHint')}
        width="tiny"
        value={draft.retentionDays}
        onChange={(retentionDays) => change({ retentionDays })}
        error={problems.retention ? t('settings.retentionProblem') : undefined}
        input={{ inputMode: 'numeric', maxLength: 4 }}
      />
      <Checkbox checked={draft.exportBeforeWipe} onChange={(exportBeforeWipe) => change({ exportBeforeWipe })}>
        {t('settings.exportFirst')}
      </Checkbox>
      {draft.exportBeforeWipe && (
        <Alert kind="warning" announced>
          <p>{t('settings.exportMissing')}</p>
        </Alert>
      )}
    </Section>
  );
}
