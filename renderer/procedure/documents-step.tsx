import { useTranslation } from 'react-i18next';
import type { DocumentNeed } from '../../shared/procedure/run-view.ts';
import { useSubjectName } from '../session/subject-name.ts';
import { DocumentRow } from './document-row.tsx';
import { isStopped } from './step-blocks.tsx';
import { NextButton, StepActions } from './step-actions.tsx';
import type { StepProps } from './step-props.ts';

/** The papers, person by person. Each mark is saved when it is made. */
export function DocumentsStep({ session, work, step }: StepProps) {
  const { t } = useTranslation('procedure');
  const subjectName = useSubjectName(session.people);
  const needs = work.view.documents.filter((need) => step.documents?.includes(need.document));
  const checked = needs.filter((need) => need.state !== undefined).length;
  return (
    <>
      <p className="documents-progress">{t('document.progress', { done: checked, total: needs.length })}</p>
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
      <StepActions work={work}>{!isStopped(work, step) && <NextButton work={work} onClick={() => void work.answer({})} />}</StepActions>
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
