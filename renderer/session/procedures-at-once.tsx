import { useTranslation } from 'react-i18next';
import { useDeskQuery } from '../desk/desk-context.tsx';
import { Loaded } from '../ui/loaded.tsx';

/** The short way: saves what was typed, if anything was, and starts a procedure at once. */
export function ProceduresAtOnce({ busy, onPick }: { busy: boolean; onPick: (procedure: string) => void }) {
  const { t } = useTranslation('intake');
  const query = useDeskQuery('listProcedures', {});
  return (
    <section className="side-part" aria-label={t('atOnce')}>
      <h2>{t('atOnce')}</h2>
      <Loaded query={query}>
        {(cards) => (
          <ul className="at-once">
            {cards.map((card) => (
              <li key={card.id}>
                <button type="button" className="at-once-button" aria-disabled={busy || undefined} onClick={() => busy || onPick(card.id)}>
                  {card.title}
                </button>
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </section>
  );
}
