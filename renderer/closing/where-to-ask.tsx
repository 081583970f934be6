import { useTranslation } from 'react-i18next';
import type { TakeHome } from '../../shared/session/take-home.ts';
import { Part } from './sheet-part.tsx';

/** Whom the resident was sent to, how to reach the desk, and the procedures' own places. */
export function WhereToAsk({ sheet, deskContact }: { sheet: TakeHome; deskContact: string }) {
  const { t } = useTranslation(['take-home', 'session']);
  const { referral, whereToAsk } = sheet;
  const forAll = whereToAsk.filter(({ title }) => title === undefined);
  return (
    <Part title={t('ask.title')} shown={referral !== undefined || whereToAsk.length > 0 || deskContact !== ''}>
      <ul>
        {referral && (
          <li>
            {t('ask.referral')} <strong>{t(`session:referral.${referral}`)}</strong>
          </li>
        )}
        {deskContact !== '' && (
          <li>
            <strong>{t('contact')}:</strong> <span className="take-home-contact">{deskContact}</span>
          </li>
        )}
        <Lines lines={forAll.flatMap(({ lines }) => lines)} />
      </ul>
      {whereToAsk.map(
        ({ title, lines }) =>
          title !== undefined && (
            <div key={title} className="take-home-places">
              <h3>{title}</h3>
              <ul>
                <Lines lines={lines} />
              </ul>
            </div>
          ),
      )}
    </Part>
  );
}

const Lines = ({ lines }: { lines: readonly string[] }) => lines.map((line) => <li key={line}>{line}</li>);
