import { useTranslation } from 'react-i18next';
import type { TakeHome, TakeHomeAdvice, TakeHomeRun } from '../../shared/session/take-home.ts';
import { useDescription } from '../desk/desk-context.tsx';
import { formatDay, formatTime, italianDay } from '../ui/dates.ts';
import { outcomeSentence } from './outcome-sentence.ts';
import { Part } from './sheet-part.tsx';
import { WhereToAsk } from './where-to-ask.tsx';

/** The take-home page itself: A4, large type, no colour needed. Parts with nothing to say are left out. */
export function TakeHomeSheet({ sheet, deskContact }: { sheet: TakeHome; deskContact: string }) {
  const { t } = useTranslation(['take-home', 'session']);
  const { comune } = useDescription();
  return (
    <article className="sheet take-home" lang="it">
      <header>
        <p className="take-home-desk">{t('desk', { comune: comune?.name ?? '' })}</p>
        {sheet.who && <p className="take-home-who">{t('for', { who: sheet.who })}</p>}
        <p>{t('session', { number: sheet.sessionNumber, date: formatDay(italianDay(sheet.openedAt)) })}</p>
      </header>
      <Part title={t('done.title')} shown={sheet.runs.length > 0 || sheet.outcome !== undefined}>
        {sheet.outcome && <p>{t(`outcome.${sheet.outcome}`)}</p>}
        {sheet.runs.map((run) => (
          <RunDone key={run.runId} run={run} />
        ))}
      </Part>
      <Part title={t('advice.title')} shown={sheet.advice.length > 0}>
        {sheet.advice.map((said) => (
          <OfficialSaid key={said.consultationId} said={said} />
        ))}
      </Part>
      <Part title={t('numbers.title')} shown={sheet.numbers.length > 0}>
        <dl className="take-home-numbers">
          {sheet.numbers.map(({ kind, value, title }) => (
            <div key={kind + value + title}>
              <dt>
                {t(`session:numberKind.${kind}`)} ({title})
              </dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </Part>
      <DatesAndPapers sheet={sheet} />
      <WhereToAsk sheet={sheet} deskContact={deskContact} />
      <footer>{t('legal')}</footer>
    </article>
  );
}

function DatesAndPapers({ sheet }: { sheet: TakeHome }) {
  const { t } = useTranslation(['take-home', 'session']);
  return (
    <>
      <Part title={t('bring.title')} shown={sheet.toBring.length > 0}>
        <ul className="take-home-papers">
          {sheet.toBring.map(({ name, role, ofSeveral, help }) => (
            <li key={name + role}>
              <strong>{name}</strong>
              {ofSeveral && role !== 'main' && role !== 'household' && ` (${t('bring.for', { who: t(`session:role.${role}`).toLowerCase() })})`}
              {help && <span className="take-home-help">{help}</span>}
            </li>
          ))}
        </ul>
      </Part>
      <Part title={t('renew.title')} shown={sheet.toRenew.length > 0}>
        <ul>
          {sheet.toRenew.map(({ personId, document, role }) => (
            <li key={personId}>
              {t(`renew.${document}`)}
              {role !== 'main' && ` (${t('bring.for', { who: t(`session:role.${role}`).toLowerCase() })})`}
            </li>
          ))}
        </ul>
      </Part>
      <Part title={t('dates.title')} shown={sheet.dates.length > 0}>
        <dl className="take-home-dates">
          {sheet.dates.map(({ date, what, kind, title }) => (
            <div key={date + what + (title ?? '')}>
              <dt>
                {t(`dates.${kind}`)} <strong>{formatDay(date, 'medium')}</strong>
              </dt>
              <dd>
                {what}
                {title && sheet.runs.length > 1 && <span className="take-home-help">{title}</span>}
              </dd>
            </div>
          ))}
        </dl>
      </Part>
    </>
  );
}

function RunDone({ run }: { run: TakeHomeRun }) {
  const { t } = useTranslation('take-home');
  const outcome = run.sentence ?? t(outcomeSentence(run));
  return (
    <div className="take-home-run">
      <h3>{run.title}</h3>
      <p>{outcome}</p>
      {run.sentOn.map(({ at }) => (
        <p key={at}>{t('done.sentOn', { date: formatDay(italianDay(at)), time: formatTime(at) })}</p>
      ))}
      {run.unsettledSince !== undefined && (
        <p>{t('done.unsettled', { date: formatDay(italianDay(run.unsettledSince)), time: formatTime(run.unsettledSince) })}</p>
      )}
    </div>
  );
}

function OfficialSaid({ said }: { said: TakeHomeAdvice }) {
  const { t } = useTranslation('take-home');
  return (
    <div className="take-home-run">
      <h3>{t('advice.office', { office: said.office, date: formatDay(italianDay(said.at)) })}</h3>
      <p>{t(`advice.outcome.${said.outcome}`)}</p>
      {said.toDo !== '' && <p className="take-home-contact">{said.toDo}</p>}
    </div>
  );
}
