import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { DocumentNeed, RunView } from '../../shared/procedure/run-view.ts';
import type { Step } from '../../shared/procedure/procedure.ts';
import { Alert } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import type { RunWork } from './use-run-work.ts';

interface UncheckedPapersProps {
  work: RunWork;
  needs: readonly DocumentNeed[];
  onGoOn: () => void;
}

/** The papers nothing was said of, named once before the step is left without them. It takes the focus "avanti" had. */
export function UncheckedPapers({ work, needs, onGoOn }: UncheckedPapersProps) {
  const { t } = useTranslation('procedure');
  const region = useRef<HTMLDivElement>(null);
  useEffect(() => {
    region.current?.focus({ preventScroll: true });
    region.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  const names = new Set(needs.map(({ document }) => work.run.texts.documents[document]?.name ?? document));
  return (
    <div ref={region} tabIndex={-1} role="alert" className="step-stops">
      <Alert kind="warning" title={t('document.unchecked', { count: needs.length })}>
        <ul>
          {[...names].map((name) => (
            <li key={name}>{name}</li>
          ))}
        </ul>
        <p>{t('document.uncheckedHelp')}</p>
        <div className="block-answers">
          <Button busy={work.busy} onClick={onGoOn}>
            {t('block.pass')}
          </Button>
        </div>
      </Alert>
    </div>
  );
}

/** The papers of a step of which nothing was said yet. */
export const uncheckedPapers = (view: RunView, step: Step | undefined): readonly DocumentNeed[] =>
  view.documents.filter((need) => need.state === undefined && step?.documents?.includes(need.document));
