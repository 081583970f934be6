import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { Icon } from './icon.tsx';
import type { IconName } from './icon.tsx';

/** `primary` is the one main action of a screen; `secondary` another way on; `quiet` a link in a button's place. */
export type ButtonKind = 'primary' | 'secondary' | 'danger' | 'quiet';
const classes = { primary: 'btn btn-primary', secondary: 'btn btn-outline-primary', danger: 'btn btn-danger', quiet: 'btn btn-quiet' };

interface Look {
  kind?: ButtonKind;
  icon?: IconName;
  large?: boolean;
  /** Left out only where an icon says it all; then `label` is there for readers. */
  children?: ReactNode;
}
const lookOf = ({ kind = 'secondary', large = false }: Look) => (large ? `${classes[kind]} btn-large` : classes[kind]);

interface ButtonProps extends Look {
  onClick?: () => void;
  submit?: boolean;
  /** Work is under way: the button stays focusable but does nothing. */
  busy?: boolean;
  /** A key that does the same, as `aria-keyshortcuts` writes it. */
  shortcut?: string;
  /** Says more than the words on the button, when the same words stand on many buttons. */
  label?: string;
  /** In a dialog: where the focus goes when it opens. */
  takesFocus?: boolean;
}

/** A button of at least 44 px. Inside `<Form>` the one with `submit` sends it. */
export function Button({ busy = false, submit = false, onClick, shortcut, label, takesFocus, ...look }: ButtonProps) {
  return (
    <button
      type={submit ? 'submit' : 'button'}
      className={lookOf(look)}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else onClick?.();
      }}
      aria-disabled={busy || undefined}
      aria-keyshortcuts={shortcut}
      aria-label={label}
      data-takes-focus={takesFocus || undefined}
    >
      {look.icon && <Icon name={look.icon} />}
      {look.children}
    </button>
  );
}

/** Goes to another screen; looks like a button. */
export function ButtonLink({ to, label, ...look }: Look & { to: string; label?: string }) {
  return (
    <Link to={to} className={lookOf(look)} aria-label={label}>
      {look.icon && <Icon name={look.icon} />}
      {look.children}
    </Link>
  );
}

/** The end of a screen or dialog: main action last, so on the right; `left` keeps the way back on the left. */
export function Actions({ left, children }: { left?: ReactNode; children: ReactNode }) {
  return (
    <div className="actions no-print">
      {left && <div className="actions-left">{left}</div>}
      {children}
    </div>
  );
}
