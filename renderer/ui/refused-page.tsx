import { useTranslation } from 'react-i18next';
import type { Refusal, RefusalCode } from '../../shared/desk/refusal.ts';
import { paths } from '../desk/paths.ts';
import { Alert } from './alert.tsx';
import { Actions, Button, ButtonLink } from './button.tsx';
import { Page } from './page.tsx';

/** A no that stays a no: asking again is no way on. */
const lasting: readonly RefusalCode[] = ['session-confidential', 'no-such-session', 'supervisor-only', 'invalid-input'];

/** A whole screen the desk does not show: why, the way home, and another try where one may help. */
export function RefusedPage({ refusal, retry }: { refusal: Refusal; retry: () => void }) {
  const { t } = useTranslation('ui');
  return (
    <Page title={t('cannotShowPage')} narrow>
      <Alert kind="danger" announced>
        <p>{refusal.sentence}</p>
      </Alert>
      <Actions
        left={
          !lasting.includes(refusal.code) && (
            <Button icon="refresh" onClick={retry}>
              {t('retry')}
            </Button>
          )
        }
      >
        <ButtonLink to={paths.home} kind="primary">
          {t('home')}
        </ButtonLink>
      </Actions>
    </Page>
  );
}
