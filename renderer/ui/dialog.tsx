import { useId, useLayoutEffect, useRef } from 'react';
import type { ReactNode } from 'react';

interface DialogProps {
  /** A question; its buttons are the answers. */
  question: string;
  /** Escape, or the answer that changes nothing. */
  onClose: () => void;
  /** The answers: `<Button>`s, the main one last. Left out when a form inside brings its own. */
  answers?: ReactNode;
  children?: ReactNode;
}

/** A question over the page, in the browser's own modal dialog: focus stays inside and returns where it was. */
export function Dialog({ question, onClose, answers, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  // A layout effect: the dialog is closed before what comes in its place takes the focus.
  useLayoutEffect(() => {
    const element = dialog.current;
    const before = document.activeElement;
    element?.showModal();
    (element?.querySelector<HTMLElement>('[data-takes-focus], input, select, textarea') ?? element?.querySelector('h2'))?.focus();
    return () => {
      element?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      className="dialog no-print"
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <h2 id={titleId} tabIndex={-1}>
        {question}
      </h2>
      {children}
      {answers && <div className="actions">{answers}</div>}
    </dialog>
  );
}
