import { useTranslation } from 'react-i18next';
import type { CallView, OfficialConsultation } from '../../shared/hub/hub-views.ts';

/** Where the call is seen; the picture comes with the call's own parts. */
export function CallPlace({ call, consultation }: { call: CallView; consultation: OfficialConsultation }) {
  const { t } = useTranslation(['official', 'hub']);
  return (
    <section className="call-place" aria-label={t('official:call')}>
      <ul className="call-parties">
        {call.parties.map((party) => (
          <li key={party.party}>
            {party.name} ({party.role === 'desk' || party.role === 'official' ? t(`hub:party.${party.role}`) : t(`hub:guest.${party.role}`)})
          </li>
        ))}
      </ul>
      {consultation.deskPhone && <p>{t('official:deskPhone', { phone: consultation.deskPhone })}</p>}
    </section>
  );
}
