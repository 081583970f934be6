import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { NetworkPassport, PassportResult } from '../../shared/session/network-passport.ts';
import { useDescription } from '../desk/desk-context.tsx';
import { formatInstant } from '../ui/dates.ts';
import { useFocusTakenOver } from '../ui/use-focus-taken-over.ts';
import { usePassportWords } from './passport-words.ts';
import { VerdictBadge } from './verdict-badge.tsx';

/** One day's passport, on screen as on paper: which desk and when, then each test. No person is in it. */
export function PassportSheet({ passport }: { passport: NetworkPassport }) {
  const { t } = useTranslation('passport');
  const { comune } = useDescription();
  const heading = useRef<HTMLHeadingElement>(null);
  useFocusTakenOver(heading);
  const when = formatInstant(passport.at, 'long');
  return (
    <article className="sheet passport-sheet" aria-label={t('sheet.title', { when })}>
      <h2 ref={heading} tabIndex={-1}>
        {t('sheet.title', { when })}
      </h2>
      <p className="print-only">{t('sheet.desk', { comune: comune?.name ?? '', province: comune?.province ?? '' })}</p>
      <table className="table passport-table">
        <caption className="visually-hidden">{t('sheet.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('sheet.test')}</th>
            <th scope="col">{t('sheet.verdict')}</th>
            <th scope="col">{t('sheet.seen')}</th>
            <th scope="col">{t('sheet.tell')}</th>
          </tr>
        </thead>
        <tbody>
          {passport.results.map((result) => (
            <ResultRow key={result.test} result={result} />
          ))}
        </tbody>
      </table>
      <p className="passport-note">{t('sheet.loop')}</p>
    </article>
  );
}

function ResultRow({ result }: { result: PassportResult }) {
  const { t } = useTranslation('passport');
  const { seen, measured, tell } = usePassportWords()(result);
  return (
    <tr>
      <th scope="row">{t(`test.${result.test}`)}</th>
      <td>
        <VerdictBadge verdict={result.verdict} />
      </td>
      <td>
        {seen} {measured}
      </td>
      <td>
        {tell && (
          <>
            <span className="passport-label">{t('sheet.tell')}: </span>
            {tell}
          </>
        )}
      </td>
    </tr>
  );
}
