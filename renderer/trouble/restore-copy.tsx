import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ClerkChoice } from '../account/clerk-choice.tsx';
import { PassphraseField } from '../account/passphrase-field.tsx';
import { useDescription, useDeskAction } from '../desk/desk-context.tsx';
import type { RecordsCopy } from '../../shared/desk/desk-view.ts';
import { Actions, Button } from '../ui/button.tsx';
import { ChoiceCards } from '../ui/choice-cards.tsx';
import { formatInstant } from '../ui/dates.ts';
import { RefusalAlert } from '../ui/error-state.tsx';
import { Form } from '../ui/form.tsx';
import { useToast } from '../ui/toast.tsx';

const megabytes = new Intl.NumberFormat('it-IT', { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 });
const newestFirst = (copies: readonly RecordsCopy[]) => [...copies].sort((a, b) => b.at.localeCompare(a.at));

/** The safe copies, newest first, and whose passphrase opens them. The damaged file is kept aside. */
export function RestoreCopy({ copies }: { copies: readonly RecordsCopy[] }) {
  const { t } = useTranslation('trouble');
  const announce = useToast();
  const { clerks } = useDescription();
  const offered = newestFirst(copies);
  const [name, setName] = useState(offered[0]?.name);
  const [clerkId, setClerkId] = useState(clerks.length === 1 ? clerks[0]?.id : undefined);
  const [passphrase, setPassphrase] = useState('');
  const [errors, setErrors] = useState<{ clerk?: string; passphrase?: string }>({});
  const restore = useDeskAction('restoreCopy');

  const submit = async () => {
    if (name === undefined) return;
    if (clerkId === undefined) return setErrors({ clerk: t('restore.chooseClerk') });
    if (passphrase === '') return setErrors({ passphrase: t('restore.passphraseEmpty') });
    const reply = await restore.run({ name, clerkId, passphrase });
    if (reply.ok) announce(t('restore.done'));
    setErrors(!reply.ok && reply.code === 'wrong-passphrase' ? { passphrase: reply.sentence } : {});
  };
  const choices = offered.map((copy, index) => ({
    value: copy.name,
    title: formatInstant(copy.at, 'medium'),
    note: [index === 0 && t('restore.newest'), megabytes.format(copy.bytes / 1_000_000)].filter(Boolean).join(' · '),
  }));
  return (
    <Form onSubmit={submit} errors={errors}>
      <ChoiceCards label={t('restore.which')} hint={t('restore.hint')} value={name} onChange={setName} choices={choices} />
      <ClerkChoice clerks={clerks} value={clerkId} onChange={setClerkId} error={errors.clerk} />
      <PassphraseField label={t('restore.passphrase')} value={passphrase} onChange={setPassphrase} error={errors.passphrase} />
      <RefusalAlert refusal={restore.refusal?.code === 'wrong-passphrase' ? undefined : restore.refusal} />
      <Actions>
        <Button kind="primary" icon="restore" submit busy={restore.busy}>
          {t('restore.do')}
        </Button>
      </Actions>
    </Form>
  );
}
