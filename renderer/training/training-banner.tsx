import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useDescription } from '../desk/desk-context.tsx';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { openGuide, useGuide } from './guide-memory.ts';

/** Across the top of every screen in training, and on every printed page. */
export function TrainingBanner() {
  const { t } = useTranslation('desk');
  const { signedIn } = useDescription();
  const { open } = useGuide();
  return (
    <>
      <section className="strip strip-training no-print" aria-label={t('training.name')}>
        <Icon name="flag" />
        <strong>{t('training.name')}</strong>
        <span>{t('training.text')}</span>
        {signedIn && !open && (
          <Button kind="quiet" onClick={() => openGuide(true)}>
            {t('training.guide')}
          </Button>
        )}
      </section>
      <TrainingMark />
    </>
  );
}

/** The mark on paper: above what is printed and in the margin of every page; only in training, only in print. */
export function TrainingMark() {
  const { t } = useTranslation('desk');
  const { mode } = useDescription();
  const mark = mode === 'training' ? t('training.name') : undefined;
  useEffect(() => {
    if (mark === undefined) return undefined;
    const { style } = document.documentElement;
    style.setProperty('--page-mark', JSON.stringify(mark));
    return () => void style.removeProperty('--page-mark');
  }, [mark]);
  return mark === undefined ? null : (
    <div className="print-only training-mark" aria-hidden="true">
      {mark}
    </div>
  );
}
