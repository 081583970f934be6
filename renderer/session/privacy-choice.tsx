import { useTranslation } from 'react-i18next';
import { privacyKinds } from '../../shared/session/closed-lists.ts';
import type { Privacy } from '../../shared/session/closed-lists.ts';
import { Alert } from '../ui/alert.tsx';
import { ToggleButtons } from '../ui/toggle-buttons.tsx';

/** The same sign wherever a session's privacy is shown. */
export const privacyIcons = { named: 'user', anonymous: 'hidden', confidential: 'lock' } as const;

/** How much of the person is written down, and who may see it. */
export function PrivacyChoice({ value, onChange }: { value: Privacy; onChange: (privacy: Privacy) => void }) {
  const { t } = useTranslation('intake');
  const options = privacyKinds.map((kind) => ({ value: kind, text: t(`privacy.${kind}`), icon: privacyIcons[kind] }));
  return (
    <>
      <ToggleButtons label={t('privacy.legend')} labelHidden value={value} onChange={(next) => next && onChange(next)} options={options} />
      {value === 'confidential' && <Alert kind="warning">{t('confidentialNote')}</Alert>}
    </>
  );
}
