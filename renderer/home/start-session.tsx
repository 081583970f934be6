import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useDescription } from '../desk/desk-context.tsx';
import { Button } from '../ui/button.tsx';
import { RefusalAlert } from '../ui/error-state.tsx';
import { useKey } from './use-key.ts';
import { useOpenSession } from './use-open-session.ts';

const certificates = 'certificati';

/** Receiving somebody: by name with one key; without a name, confidential, or just a certificate beside it. */
export function StartSession() {
  const { t } = useTranslation('home');
  const { kind } = useDescription();
  const { open, busy, refusal } = useOpenSession();
  const openNamed = useCallback(() => void open('named'), [open]);
  const handOver = useCallback(() => void open('anonymous', certificates), [open]);
  const handsOver = kind !== 'PUE';
  useKey('F2', openNamed);
  return (
    <section className="start" aria-label={t('start.title')}>
      <div className="start-main">
        <Button kind="primary" large icon="plus" busy={busy} onClick={openNamed} shortcut="F2">
          {t('start.named')} <kbd>F2</kbd>
        </Button>
        {handsOver && <HandOverButton busy={busy} onPress={handOver} />}
      </div>
      <div className="start-other">
        <span>{t('start.or')}</span>
        <Button kind="quiet" busy={busy} onClick={() => void open('anonymous')}>
          {t('start.anonymous')}
        </Button>
        <Button kind="quiet" icon="lock" busy={busy} onClick={() => void open('confidential')}>
          {t('start.confidential')}
        </Button>
      </div>
      <RefusalAlert refusal={refusal} />
    </section>
  );
}

function HandOverButton({ busy, onPress }: { busy: boolean; onPress: () => void }) {
  const { t } = useTranslation('home');
  useKey('F4', onPress);
  return (
    <Button large icon="file" busy={busy} onClick={onPress} shortcut="F4">
      {t('start.certificate')} <kbd>F4</kbd>
    </Button>
  );
}
