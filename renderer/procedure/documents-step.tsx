import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DocumentNeed } from '../../shared/procedure/run-view.ts';
import { useSubjectName } from '../session/subject-name.ts';
import { DocumentRow } from './document-row.tsx';
import { isStopped } from './step-blocks.tsx';
import { NextButton, StepActions } from './step-actions.tsx';
import type { StepProps } from './step-props.ts';
import { UncheckedPapers, uncheckedPapers } from './unchecked-papers.tsx';

/** The papers, person by person. Each mark is saved when it is made; with some left out, "avanti" asks once. */
export function DocumentsStep({ session, work, step }: StepProps) {
  const { t } = useTranslation('procedure');
  const subjectName = useSubjectName(session.people);
  const needs = work.view.documents.filter((need) => step.documents?.includes(need.document));
  const unchecked = uncheckedPapers(work.view, step);
  const [leaving, setLeaving] = useState(false);
  // One question at a time: a stop has its own.
  const asks = leaving && unchecked.length > 0 && !isStopped(work, step);
  const leave = () => void work.answer({});
  return (
    <>
      <p className="documents-progress">{t('document.progress', { done: needs.length - unchecked.length, total: needs.length })}</p>
      {bySubject(needs).map(([subject, ofSubject]) => (
        <section key={subject} className="documents-of" aria-label={t('document.for', { who: subjectName(ofSubject[0]) })}>
          <h3>{subjectName(ofSubject[0])}</h3>
          <ul className="documents">
            {ofSubject.map((need) => (
              <DocumentRow key={need.document} need={need} work={work} />
            ))}
          </ul>
        </section>
      ))}
      {asks && <UncheckedPapers work={work} needs={unchecked} onGoOn={leave} />}
      <StepActions work={work}>
        {!isStopped(work, step) && !asks && <NextButton work={work} onClick={unchecked.length > 0 ? () => setLeaving(true) : leave} />}
      </StepActions>
    </>
  );
}

type Needs = readonly [DocumentNeed, ...DocumentNeed[]];

function bySubject(needs: readonly DocumentNeed[]): readonly (readonly [subject: string, needs: Needs])[] {
  const groups = new Map<string, Needs>();
  for (const need of needs) {
    const before = groups.get(need.subject);
    groups.set(need.subject, before ? [...before, need] : [need]);
  }
  return [...groups];
}
