import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Page } from '../ui/page.tsx';
import { paths } from './paths.ts';

/** An address that leads nowhere: an old link, or a screen for the supervisor only. */
export function NotFoundScreen() {
  const { t } = useTranslation('desk');
  return (
    <Page title={t('notFound.title')} narrow>
      <EmptyState
        action={
          <ButtonLink to={paths.home} kind="primary">
            {t('goHome')}
          </ButtonLink>
        }
      >
        {t('notFound.text')}
      </EmptyState>
    </Page>
  );
}
