import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Alert } from '../../ui/alert.tsx';
import { Button } from '../../ui/button.tsx';

/** Six digits that both sides must see alike; who compares them knows that nobody sits in between. */
export function ShortCode({ code, onCompared }: { code: string | null; onCompared: (matches: boolean) => void }) {
  const { t } = useTranslation('call');
  const [said, setSaid] = useState<{ code: string; matches: boolean }>();
  if (code === null) return null;
  const say = (matches: boolean) => {
    setSaid({ code, matches });
    onCompared(matches);
  };
  const answer = said?.code === code ? said.matches : undefined;
  if (answer === false)
    return (
      <Alert kind="danger" announced title={t('code.differs')}>
        <p>{t('code.differsText')}</p>
      </Alert>
    );
  return (
    <div className="short-code">
      <span>
        {t('code.label')} <strong>{`${code.slice(0, 3)} ${code.slice(3)}`}</strong>
      </span>
      {answer === undefined ? (
        <>
          <span>{t('code.ask')}</span>
          <Button onClick={() => say(true)}>{t('code.same')}</Button>
          <Button kind="quiet" onClick={() => say(false)}>
            {t('code.different')}
          </Button>
        </>
      ) : (
        <span>{t('code.compared')}</span>
      )}
    </div>
  );
}
