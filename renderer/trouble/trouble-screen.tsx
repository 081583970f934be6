import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { DeskDescription } from '../../shared/desk/desk-view.ts';
import { useDescription } from '../desk/desk-context.tsx';
import { Alert } from '../ui/alert.tsx';
import { Actions, Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { Page } from '../ui/page.tsx';
import { RestoreCopy } from './restore-copy.tsx';
import { troubleKind } from './trouble-kind.ts';

export type Trouble = NonNullable<DeskDescription['trouble']>;

/** The desk looks at its folder and keys each time it is asked; what it found in the records themselves stands until it is started anew. */
const looksAgain = ({ code }: Trouble): boolean => code !== 'database-newer' && code !== 'database-damaged';

/** The records cannot be opened: what happened, what to do now, and, for a damaged file, the copies on offer. */
export default function TroubleScreen({ trouble }: { trouble: Trouble }) {
  const { t } = useTranslation('trouble');
  const queries = useQueryClient();
  const kind = troubleKind(trouble.code, trouble.copies.length);
  const steps = t(`${kind}.steps`, { returnObjects: true });
  return (
    <Page title={t(`${kind}.title`)} narrow>
      <Alert kind="danger">
        <p>{trouble.sentence}</p>
      </Alert>
      <h2>{t('whatToDo')}</h2>
      <ol className="numbered">
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      {kind === 'damaged' && <RestoreCopy copies={trouble.copies} />}
      <Actions left={<LeaveTraining />}>
        {looksAgain(trouble) && (
          <Button icon="refresh" kind="primary" onClick={() => void queries.invalidateQueries()}>
            {t('tryAgain')}
          </Button>
        )}
      </Actions>
    </Page>
  );
}

/** A desk in training that cannot be opened is no dead end: the real one is a page away. */
function LeaveTraining() {
  const { t } = useTranslation('trouble');
  const { mode, hasOtherDesk } = useDescription();
  if (mode !== 'training' || !hasOtherDesk) return null;
  return (
    <a href="../" className="btn btn-quiet">
      <Icon name="arrowLeft" /> {t('leaveTraining')}
    </a>
  );
}
