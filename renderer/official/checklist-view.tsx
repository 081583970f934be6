import { useTranslation } from 'react-i18next';
import type { Checklist } from '../../shared/hub/prepared-question.ts';
import { Badge } from '../ui/badge.tsx';
import type { BadgeKind } from '../ui/badge.tsx';

const documentKinds = { seen: 'good', missing: 'bad', 'cannot-find': 'warning', 'cannot-get': 'warning', 'not-needed': 'plain', unmarked: 'plain' } as const satisfies Record<string, BadgeKind>;

/** Where the procedure stands at the desk, as it changes: names of steps and papers, and their state. */
export function ChecklistView({ checklist }: { checklist: Checklist }) {
  const { t } = useTranslation(['official', 'hub']);
  return (
    <section className="checklist" aria-label={t('official:checklist')}>
      <h3>{checklist.procedure}</h3>
      <ol className="checklist-steps">
        {checklist.steps.map((step, index) => (
          <li key={`${index} ${step.title}`} data-state={step.state} aria-current={step.state === 'now' ? 'step' : undefined}>
            {step.title} <Badge kind={step.state === 'done' ? 'good' : step.state === 'now' ? 'strong' : 'plain'}>{t(`hub:step.${step.state}`)}</Badge>
          </li>
        ))}
      </ol>
      {checklist.documents.length > 0 && <h4>{t('official:documents')}</h4>}
      <ul className="checklist-documents">
        {checklist.documents.map((document, index) => (
          <li key={`${index} ${document.title}`}>
            {document.title} <Badge kind={documentKinds[document.state]}>{t(`hub:document.${document.state}`)}</Badge>
          </li>
        ))}
      </ul>
    </section>
  );
}
