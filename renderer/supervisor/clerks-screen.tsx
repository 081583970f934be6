import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClerkAccount } from '../../shared/settings/settings.ts';
import { useDeskQuery } from '../desk/desk-context.tsx';
import { Button } from '../ui/button.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { AddClerkDialog } from './add-clerk-dialog.tsx';
import { ClerkRows } from './clerk-rows.tsx';
import { DisableClerkDialog } from './disable-clerk-dialog.tsx';
import { ResetPassphraseDialog } from './reset-passphrase-dialog.tsx';
import { SupervisorPage } from './supervisor-page.tsx';

type Asked = { readonly what: 'add' } | { readonly what: 'disable' | 'reset'; readonly clerk: ClerkAccount };

/** Every account, enabled or not; adding, disabling, a new passphrase. */
export default function ClerksScreen() {
  const { t } = useTranslation('supervisor');
  const clerks = useDeskQuery('listClerks', {});
  const [asked, setAsked] = useState<Asked>();
  const close = () => setAsked(undefined);
  return (
    <SupervisorPage
      title={t('places.clerks.title')}
      aside={
        <Button kind="primary" icon="plus" onClick={() => setAsked({ what: 'add' })}>
          {t('clerks.add')}
        </Button>
      }
    >
      <Loaded query={clerks}>
        {(list) => (
          <ClerkRows
            clerks={list}
            onDisable={(clerk) => setAsked({ what: 'disable', clerk })}
            onReset={(clerk) => setAsked({ what: 'reset', clerk })}
          />
        )}
      </Loaded>
      {asked?.what === 'add' && <AddClerkDialog onClose={close} />}
      {asked?.what === 'disable' && <DisableClerkDialog clerk={asked.clerk} onClose={close} />}
      {asked?.what === 'reset' && <ResetPassphraseDialog clerk={asked.clerk} onClose={close} />}
    </SupervisorPage>
  );
}
