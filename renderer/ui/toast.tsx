import { createContext, use, useCallback, useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';

const ToastContext = createContext<(message: string) => void>(() => undefined);

/** `const announce = useToast(); announce('Impostazioni salvate.')`: seen for eight seconds and read out, never the only sign of an error. */
export const useToast = () => use(ToastContext);

interface Message {
  readonly text: string;
  readonly owner: string | undefined;
}

/**
 * Stands once, around the application. The live region is always there, so that readers notice what appears in it. What
 * one clerk was told is not shown to the next: a message goes when its `owner` does.
 */
export function ToastArea({ owner, children }: { owner: string | undefined; children: ReactNode }) {
  const { t } = useTranslation('ui');
  const [message, setMessage] = useState<Message>();
  const announce = useCallback((text: string) => setMessage({ text, owner }), [owner]);
  useEffect(() => {
    if (!message) return;
    const timer = setTimeout(() => setMessage(undefined), 8000);
    return () => clearTimeout(timer);
  }, [message]);
  return (
    <ToastContext value={announce}>
      {children}
      <output className="toast-area">
        {message && message.owner === owner && (
          <span className="toast-message">
            <Icon name="checkCircle" />
            <span>{message.text}</span>
            <Button kind="quiet" icon="close" label={t('closeMessage')} onClick={() => setMessage(undefined)} />
          </span>
        )}
      </output>
    </ToastContext>
  );
}
