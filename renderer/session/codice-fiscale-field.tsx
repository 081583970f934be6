import { useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
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
  error: string | undefined;
}

/** A reader sends the card's tracks one after the other, each with its Enter: what comes this soon is the same swipe. */
const sameSwipeMilliseconds = 1500;

/**
 * Takes a codice fiscale however it comes: typed, from a bar-code reader (16 characters and Enter), or from the health
 * card's stripe. Enter here means "that is all of it" and never sends the form.
 */
export function CodiceFiscaleField({ value, onType, onRead, error }: CodiceFiscaleFieldProps) {
  const { t } = useTranslation('intake');
  const box = useRef<HTMLInputElement>(null);
  useScanAnywhere(box);
  const lastRead = useRef<{ text: string; at: number }>(undefined);
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
    const isWhole = reading.ok || readHealthCardStripe(value) !== undefined;
    if (isWhole) {
      onRead(value);
      lastRead.current = { text: value, at: event.timeStamp };
    } else if (before && event.timeStamp - before.at < sameSwipeMilliseconds) onRead(before.text);
    else setAsked(true);
    event.currentTarget.select();
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
