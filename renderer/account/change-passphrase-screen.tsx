import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useDeskAction } from '../desk/desk-context.tsx';
import { paths } from '../desk/paths.ts';
import { Actions, Button, ButtonLink } from '../ui/button.tsx';
import { Form } from '../ui/form.tsx';
import { Page } from '../ui/page.tsx';
import { useToast } from '../ui/toast.tsx';
import { NewPassphraseFields, newPassphraseProblem, noPassphrase } from './new-passphrase.tsx';
import { PassphraseField } from './passphrase-field.tsx';

/** A clerk gives themselves a new passphrase. */
export default function ChangePassphraseScreen() {
  const { t } = useTranslation('account');
  const announce = useToast();
  const [, navigate] = useLocation();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState(noPassphrase);
  const [errors, setErrors] = useState<{ current?: string; next?: ReturnType<typeof newPassphraseProblem> }>({});
  const change = useDeskAction('changePassphrase');

  const submit = async () => {
    const problem = newPassphraseProblem(next);
    if (current === '') return setErrors({ current: t('passphraseEmpty') });
    if (problem) return setErrors({ next: problem });
    const reply = await change.run({ current, next: next.text });
    if (!reply.ok) return setErrors({ current: reply.sentence });
    announce(t('change.done'));
    navigate(paths.home);
  };
  return (
    <Page title={t('change.title')} narrow>
      <Form onSubmit={submit} errors={errors}>
        <PassphraseField label={t('change.current')} value={current} onChange={setCurrent} error={errors.current} />
        <NewPassphraseFields value={next} onChange={setNext} problem={errors.next} />
        <Actions left={<ButtonLink to={paths.home}>{t('cancel')}</ButtonLink>}>
          <Button kind="primary" submit busy={change.busy}>
            {t('change.save')}
          </Button>
        </Actions>
      </Form>
    </Page>
  );
}
