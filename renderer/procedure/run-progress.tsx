import { useTranslation } from 'react-i18next';
import type { RunView } from '../../shared/procedure/run-view.ts';

/** How far the run is, over the steps certainly on the way; what may still be added is said in words. */
export function RunProgress({ progress: { done, total, possible } }: { progress: RunView['progress'] }) {
  const { t } = useTranslation('procedure');
  const words = t('progress', { done, total }) + (possible > 0 ? `, ${t('progressPossible')}` : '');
  return (
    <div className="run-progress">
      <progress value={done} max={Math.max(total, 1)} aria-label={words} />
      <span aria-hidden="true">{words}</span>
    </div>
  );
}
