import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionDetail } from '../../shared/session/session-view.ts';
import { useDeskAction } from '../desk/desk-context.tsx';
import { paths } from '../desk/paths.ts';
import { useToast } from '../ui/toast.tsx';

/**
 * A session opened by mistake is nobody's visit: left with nothing written in it, it is thrown away, and the clerk is told.
 * Behind the lock, where effects end as well, the address is still the session's.
 */
export function useDiscardWhenLeft({ id, number, privacy, people, runs }: SessionDetail, nothingTyped: boolean): void {
  const { t } = useTranslation('intake');
  const announce = useToast();
  const { run: discard } = useDeskAction('discardSession');
  const leave = useRef<() => void>(undefined);
  useEffect(() => {
    leave.current = async () => {
      // Anonymous, there is somebody from the beginning: the desk knows whether anything was written down of them.
      const somebody = privacy !== 'anonymous' && people.length > 0;
      if (!nothingTyped || somebody || runs.length > 0 || window.location.hash.startsWith(`#${paths.session(id)}`)) return;
      const reply = await discard({ sessionId: id });
      if (reply.ok) announce(t('discarded', { number }));
    };
  });
  useEffect(() => () => leave.current?.(), []);
}
