import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent, RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { parseCodiceFiscale } from '../../shared/person/codice-fiscale.ts';
import { readHealthCardStripe } from '../../shared/person/health-card-stripe.ts';
import { TextField } from '../ui/text-field.tsx';
import { useScanAnywhere } from './use-scan-anywhere.ts';

interface CodiceFiscaleFieldProps {
  value: string;
  /** Every change, as typed. */
  onType: (text: string) => void;
  /** The text is whole: a valid code, or a swipe that ended with Enter. */
  onRead: (text: string) => void;
  /** Enter said that this is all of it, and it was good: the work goes on elsewhere. */
  onDone: () => void;
  error: string | undefined;
}

/** A reader sends the card's tracks one after the other, each with its Enter: what comes this soon is the same swipe. */
const sameSwipeMilliseconds = 1500;

/**
 * Takes a codice fiscale however it comes: typed, from a bar-code reader (16 characters and Enter), or from the health
 * card's stripe. Enter here means "that is all of it" and never sends the form.
 */
export function CodiceFiscaleField({ value, onType, onRead, onDone, error }: CodiceFiscaleFieldProps) {
  const { t } = useTranslation('intake');
  const box = useRef<HTMLInputElement>(null);
  useScanAnywhere(box);
  const leave = useLeaving(box, onDone);
  const lastRead = useRef<{ text: string; at: number; isSwipe: boolean }>(undefined);
  const [asked, setAsked] = useState(false);
  const reading = parseCodiceFiscale(value);
  const type = (text: string) => {
    const typed = parseCodiceFiscale(text);
    setAsked(false);
    if (typed.ok) onRead(text);
    else onType(text);
  };
  const readWhole = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    const before = lastRead.current;
    const isSameSwipe = before !== undefined && before.isSwipe && event.timeStamp - before.at < sameSwipeMilliseconds;
    const isWhole = reading.ok || readHealthCardStripe(value) !== undefined;
    const isSwipe = isSameSwipe || !reading.ok;
    event.currentTarget.select();
    if (isWhole) {
      onRead(value);
      lastRead.current = { text: value, at: event.timeStamp, isSwipe };
    } else if (isSameSwipe) onRead(before.text);
    else return setAsked(true);
    // A code alone is a bar code or typed by hand; after a swipe more tracks may follow, and belong in this box.
    leave(isSwipe ? sameSwipeMilliseconds : 0);
  };
  const ownProblem = asked && !reading.ok && reading.problem !== 'empty' ? t(`problem.${reading.problem}`) : undefined;
  const good = reading.ok && (reading.code.kind === 'personal' ? t('codeGood') : t('codeProvisional'));
  return (
    <TextField
      ref={box}
      label={t('code')}
      hint={t('codeHint')}
      large
      value={value}
      onChange={type}
      error={error ?? ownProblem}
      note={good}
      input={{ onKeyDown: readWhole, onBlur: () => setAsked(true), autoCapitalize: 'characters', maxLength: 300 }}
    />
  );
}

/** Goes on after a while, unless somebody has gone elsewhere by then; asked again, it waits anew. */
function useLeaving(box: RefObject<HTMLInputElement | null>, onDone: () => void) {
  const timer = useRef<number>(undefined);
  const latest = useRef(onDone);
  useEffect(() => {
    latest.current = onDone;
  });
  useEffect(() => () => clearTimeout(timer.current), []);
  return (milliseconds: number) => {
    clearTimeout(timer.current);
    if (milliseconds === 0) latest.current();
    else timer.current = window.setTimeout(() => document.activeElement === box.current && latest.current(), milliseconds);
  };
}
