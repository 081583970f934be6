import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDeskAction } from '../desk/desk-context.tsx';
import { TextArea } from '../ui/text-field.tsx';

const longestNote = 500;
const quietMilliseconds = 600;

/** Saves a text a moment after the last change, at once when asked to or when the screen goes away. */
function useKeptNote(runId: string, saved: string) {
  const { run: save, busy, refusal } = useDeskAction('saveNote');
  const [kept, setKept] = useState(saved);
  const waiting = useRef<{ timer: number; text: string }>(undefined);
  const flush = useCallback(async () => {
    if (waiting.current === undefined) return;
    const { timer, text } = waiting.current;
    clearTimeout(timer);
    waiting.current = undefined;
    const reply = await save({ runId, note: text });
    if (reply.ok) setKept(text);
  }, [save, runId]);
  useEffect(() => () => void flush(), [flush]);
  const write = (text: string) => {
    clearTimeout(waiting.current?.timer);
    waiting.current = { text, timer: window.setTimeout(() => void flush(), quietMilliseconds) };
  };
  return { write, flush: () => void flush(), kept, busy, refusal };
}

/** A note on the run, saved by itself. What could not be saved stays as typed, and is said. */
export function NoteField({ runId, saved }: { runId: string; saved: string }) {
  const { t } = useTranslation('procedure');
  const [note, setNote] = useState(saved);
  const { write, flush, kept, busy, refusal } = useKeptNote(runId, saved);
  const state = busy ? t('note.saving') : note !== '' && note === kept ? t('note.saved') : undefined;
  return (
    <details className="run-more" open={saved !== ''}>
      <summary>{t('note.title')}</summary>
      <TextArea
        label={t('note.title')}
        labelHidden
        hint={t('note.warning')}
        value={note}
        onChange={(text) => {
          setNote(text);
          write(text);
        }}
        onBlur={flush}
        maxLength={longestNote}
        rows={3}
        note={
          <span className="note-state">
            <span>{t('note.left', { count: longestNote - note.length })}</span>
            <span>{state}</span>
          </span>
        }
        error={refusal && `${t('note.notSaved')} ${refusal.sentence}`}
      />
    </details>
  );
}
