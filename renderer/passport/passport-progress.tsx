import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { passportTests } from '../../shared/session/network-passport.ts';
import { Button } from '../ui/button.tsx';
import { useFocusTakenOver } from '../ui/use-focus-taken-over.ts';
import type { PassportProgress } from './use-passport.ts';

/** How far the tests are, what is tried now, and the way to call them off. */
export function PassportProgressBox({ progress, onCancel }: { progress: PassportProgress; onCancel: () => void }) {
  const { t } = useTranslation('passport');
  const { doing, found } = progress;
  const box = useRef<HTMLDivElement>(null);
  useFocusTakenOver(box);
  return (
    <div ref={box} tabIndex={-1} className="passport-progress no-print">
      <progress max={passportTests.length} value={found} aria-label={t('progress.label')} />
      <output>
        {t('progress.now', { found, all: passportTests.length, tests: doing.map((test) => t(`test.${test}`)).join(', ') })}
      </output>
      {doing.includes('microphone') && <p>{t('progress.speak')}</p>}
      <Button icon="close" onClick={onCancel}>
        {t('progress.cancel')}
      </Button>
    </div>
  );
}
