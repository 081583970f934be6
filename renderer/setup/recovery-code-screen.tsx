import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isLastGroup } from '../../shared/settings/recovery-code.ts';
import { useDescription, useDeskAction } from '../desk/desk-context.tsx';
import { Alert } from '../ui/alert.tsx';
import { Actions, Button } from '../ui/button.tsx';
import { formatDay } from '../ui/dates.ts';
import { RefusalAlert } from '../ui/error-state.tsx';
import { Form } from '../ui/form.tsx';
import { Page } from '../ui/page.tsx';
import { TextField } from '../ui/text-field.tsx';

interface RecoveryCodeScreenProps {
  code: string;
  onNoted: () => void;
}

/** The recovery code, once: shown large, printed, and noted down for sure (its last group is typed back). */
export default function RecoveryCodeScreen({ code, onNoted }: RecoveryCodeScreenProps) {
  const { t } = useTranslation('setup');
  return (
    <Page title={t('code.title')} lead={t('code.lead')} narrow>
      <RecoverySheet code={code} />
      <div className="no-print">
        <Alert kind="warning">
          <p>{t('code.once')}</p>
        </Alert>
        <Button icon="print" onClick={() => window.print()}>
          {t('code.print')}
        </Button>
        <ConfirmNoted code={code} onNoted={onNoted} />
      </div>
    </Page>
  );
}

function RecoverySheet({ code }: { code: string }) {
  const { t } = useTranslation('setup');
  const { comune, today } = useDescription();
  const groups = code.split('-');
  return (
    <div className="sheet">
      <div className="print-only">
        <p>{t('code.sheetOwner', { comune: comune?.name ?? '', day: formatDay(today, 'medium') })}</p>
        <p>{t('code.sheetUse')}</p>
      </div>
      <p className="recovery-code">
        {groups.map((group, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- two groups may be the same: they have no identity but their place.
          <span key={index}>{group}</span>
        ))}
      </p>
      <div className="print-only">
        <p>{t('code.sheetKeep')}</p>
      </div>
    </div>
  );
}

function ConfirmNoted({ code, onNoted }: RecoveryCodeScreenProps) {
  const { t } = useTranslation('setup');
  const [typed, setTyped] = useState('');
  const [problems, setProblems] = useState<{ typed?: string }>({});
  const confirm = useDeskAction('confirmRecoveryCode');
  const submit = async () => {
    if (!isLastGroup(typed, code)) return setProblems({ typed: t('code.wrongGroup') });
    setProblems({});
    const reply = await confirm.run({});
    if (reply.ok) onNoted();
  };
  return (
    <Form onSubmit={submit} errors={problems}>
      <div className="mt-4">
        <TextField
          label={t('code.lastGroup')}
          hint={t('code.lastGroupHint')}
          width="short"
          large
          value={typed}
          onChange={setTyped}
          error={problems.typed}
          input={{ maxLength: 12, autoCapitalize: 'characters' }}
        />
      </div>
      <RefusalAlert refusal={confirm.refusal} />
      <Actions>
        <Button kind="primary" submit busy={confirm.busy}>
          {t('code.done')}
        </Button>
      </Actions>
    </Form>
  );
}
