import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { documentStates } from '../../shared/procedure/condition-schema.ts';
import type { DocumentState } from '../../shared/procedure/condition-schema.ts';
import type { DocumentNeed } from '../../shared/procedure/run-view.ts';
import { Badge } from '../ui/badge.tsx';
import { ToggleButtons } from '../ui/toggle-buttons.tsx';
import type { RunWork } from './use-run-work.ts';

/** One paper for one person: what the clerk can say of it, and how to get it when it is not there. */
export function DocumentRow({ need, work }: { need: DocumentNeed; work: RunWork }) {
  const { t } = useTranslation('procedure');
  const [pending, setPending] = useState<DocumentState>();
  const words = work.run.texts.documents[need.document];
  const help = need.state === 'cannot-find' ? words?.cannotFind : need.state === 'cannot-get' ? words?.cannotGet : undefined;
  const mark = async (state: DocumentState | undefined) => {
    setPending(state ?? need.state);
    await work.mark(need.document, need.subject, state ?? null);
    setPending(undefined);
  };
  return (
    <li className={`document document-${need.state ?? 'open'}`}>
      <p className="document-name">
        <strong>{words?.name ?? need.document}</strong>
        {need.essential && <Badge kind="warning">{t('document.essential')}</Badge>}
      </p>
      {words?.why && <p className="document-why">{words.why}</p>}
      <ToggleButtons
        label={words?.name ?? need.document}
        labelHidden
        value={need.state}
        pending={pending}
        onChange={(state) => void mark(state)}
        options={documentStates.map((value) => ({ value, text: t(`documentState.${value}`) }))}
        note={help}
      />
    </li>
  );
}
