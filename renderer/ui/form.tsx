import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';

interface FormProps {
  onSubmit: () => void;
  /** What is wrong, by field; a new object each time it is sent. The first wrong field takes the focus. */
  errors?: Readonly<Record<string, unknown>>;
  children: ReactNode;
}

/** A form sent with Enter or its `submit` button. Errors are sentences beside the fields, never the browser's bubbles. */
export function Form({ onSubmit, errors, children }: FormProps) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (!errors || !Object.values(errors).some(Boolean)) return;
    const field = form.current?.querySelector<HTMLElement>('[aria-invalid="true"], [data-invalid]');
    (field?.querySelector('input') ?? field)?.focus();
  }, [errors]);
  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      {children}
    </form>
  );
}
