import { useId, useRef, useState } from 'react';
import type { FocusEvent, KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, ButtonLink } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { useDescription } from './desk-context.tsx';
import { paths } from './paths.ts';
import { TextSizeChoice } from './text-size-choice.tsx';
import { useLock } from './use-lock.ts';

/** Closes on Escape and on leaving it. */
function useDisclosure() {
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !open) return;
    setOpen(false);
    box.current?.querySelector('button')?.focus();
  };
  const onBlur = (event: FocusEvent) => {
    if (event.relatedTarget && !box.current?.contains(event.relatedTarget)) setOpen(false);
  };
  return { open, toggle: () => setOpen(!open), box: { ref: box, onKeyDown, onBlur } };
}

/** The name of whoever is signed in, and under it: own passphrase, text size, lock. */
export function ClerkMenu() {
  const { t } = useTranslation('desk');
  const { signedIn } = useDescription();
  const { open, toggle, box } = useDisclosure();
  const menu = useId();
  const lock = useLock();
  return (
    <div className="clerk-menu" {...box}>
      <button type="button" className="desk-nav-link" aria-expanded={open} aria-controls={menu} onClick={toggle}>
        <Icon name="user" />
        {signedIn?.displayName}
      </button>
      <button type="button" className="desk-nav-link" onClick={lock}>
        <Icon name="lock" />
        {t('lock')}
      </button>
      <div id={menu} className="clerk-menu-panel" hidden={!open}>
        <p>{signedIn && t(`role.${signedIn.role}`)}</p>
        <ButtonLink to={paths.passphrase} kind="quiet" icon="key">
          {t('changePassphrase')}
        </ButtonLink>
        <TextSizeChoice />
        <Button icon="user" onClick={lock}>
          {t('changeClerk')}
        </Button>
      </div>
    </div>
  );
}
