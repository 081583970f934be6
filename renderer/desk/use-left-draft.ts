import { useState } from 'react';
import { useDeskQuery } from './desk-context.tsx';

/**
 * What this clerk left half-typed in a form, an empty text when nothing; undefined until the desk has said. Asked once: from
 * then on the form on screen knows better.
 */
export function useLeftDraft(form: string): string | undefined {
  const query = useDeskQuery('readDraft', { form });
  const [left, setLeft] = useState<string>();
  if (left === undefined && query.state === 'ready' && query.fresh) setLeft(query.value.text);
  return left ?? (query.state === 'refused' ? '' : undefined);
}
