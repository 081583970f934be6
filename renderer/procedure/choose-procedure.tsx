import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { ProcedureCard } from '../../shared/desk/desk-view.ts';
import { foldName } from '../../shared/person/name-folding.ts';
import type { SessionDetail } from '../../shared/session/session-view.ts';
import { useDeskAction, useDeskQuery } from '../desk/desk-context.tsx';
import { paths } from '../desk/paths.ts';
import { useDiscardWhenLeft } from '../session/use-discard-when-left.ts';
import { useAnswerKeys } from '../ui/answer-keys.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { RefusalAlert } from '../ui/error-state.tsx';
import { FocusedHeading } from '../ui/focused-heading.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { TextField } from '../ui/text-field.tsx';
import { ProcedureCardButton } from './procedure-card.tsx';

/** Which procedure to carry out: the most used first, keys 1–9 for the first nine, a search box once there are many. */
export function ChooseProcedure({ session }: { session: SessionDetail }) {
  const { t } = useTranslation('procedure');
  const query = useDeskQuery('listProcedures', {});
  const start = useDeskAction('startRun');
  const [, navigate] = useLocation();
  const region = useRef<HTMLElement>(null);
  useAnswerKeys(region);
  useDiscardWhenLeft(session, true);
  const choose = async (procedure: string) => {
    const reply = await start.run({ sessionId: session.id, procedure });
    if (reply.ok) navigate(paths.run(session.id, reply.value.record.id));
  };
  return (
    <section ref={region} aria-label={t('choose.title')}>
      <FocusedHeading>{t('choose.title')}</FocusedHeading>
      <RefusalAlert refusal={start.refusal} />
      <Loaded query={query}>
        {(cards) => (cards.length === 0 ? <EmptyState>{t('choose.empty')}</EmptyState> : <Cards cards={cards} session={session} onChoose={choose} />)}
      </Loaded>
    </section>
  );
}

const manyCards = 9;

function Cards({ cards, session, onChoose }: { cards: readonly ProcedureCard[]; session: SessionDetail; onChoose: (id: string) => Promise<void> }) {
  const { t } = useTranslation('procedure');
  const [text, setText] = useState('');
  const shown = cards.filter((card) => containsWords(card, text));
  const inSession = new Set(session.runs.map(({ record }) => record.procedure));
  return (
    <>
      {cards.length > manyCards && <TextField label={t('choose.search')} value={text} onChange={setText} />}
      {shown.length === 0 && <EmptyState>{t('choose.noMatch')}</EmptyState>}
      <ul className="procedure-cards">
        {shown.map((card, index) => (
          <li key={card.id}>
            <ProcedureCardButton card={card} digit={index < 9 ? index + 1 : undefined} inSession={inSession.has(card.id)} onChoose={() => void onChoose(card.id)} />
          </li>
        ))}
      </ul>
    </>
  );
}

/** Every word typed begins a word of the card. */
function containsWords({ title, purpose }: ProcedureCard, text: string): boolean {
  const words = foldName(`${title} ${purpose}`);
  return foldName(text).every((typed) => words.some((word) => word.startsWith(typed)));
}
