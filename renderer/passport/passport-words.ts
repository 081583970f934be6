import { useTranslation } from 'react-i18next';
import { isFoundBy, isNotTried } from '../../shared/session/network-passport.ts';
import type { FoundReason, PassportResult, PassportTest } from '../../shared/session/network-passport.ts';

/** A test and what it can find, as the words are kept. */
type FoundKey = { [Test in PassportTest]: `${Test}.${FoundReason<Test>}` }[PassportTest];
/** The same without what is as it should be. */
type FaultKey = { [Test in PassportTest]: `${Test}.${Exclude<FoundReason<Test>, 'fine'>}` }[PassportTest];

/** With so many digits; what is more than nothing is not written as nothing. */
const number = (digits: number) => {
  const format = new Intl.NumberFormat('it-IT', { maximumFractionDigits: digits });
  return (value: number) => format.format(value === 0 ? 0 : Math.max(10 ** -digits, value));
};
const whole = number(0);
const oneDigit = number(1);
const twoDigits = number(2);

/** What is said of a result, all in words: what was seen, what was measured, what the technician should hear. */
export interface PassportWords {
  readonly seen: string;
  /** Empty where nothing is measured. */
  readonly measured: string;
  /** Empty where there is nothing to do. */
  readonly tell: string;
}

export function usePassportWords(): (result: PassportResult) => PassportWords {
  const { t } = useTranslation('passport');
  const measured = ({ test, value }: PassportResult): string => {
    if (value === null) return '';
    switch (test) {
      case 'camera':
      case 'microphone':
      case 'stun':
        return '';
      case 'hub':
      case 'round-trip':
        return t('value.answers', { seconds: twoDigits(value / 1_000) });
      case 'relay-udp':
      case 'relay-tcp':
      case 'relay-tls':
        return t('value.joined', { seconds: oneDigit(value / 1_000) });
      case 'reconnect':
        return t('value.back', { seconds: oneDigit(value / 1_000) });
      case 'loss':
        return value === 0 ? t('value.nothingLost') : t('value.lost', { share: oneDigit(value * 100) });
      case 'bandwidth-up':
      case 'bandwidth-down':
        return value >= 1_000 ? t('value.megabits', { rate: oneDigit(value / 1_000) }) : t('value.kilobits', { rate: whole(value) });
    }
  };
  return (result) => {
    const { test, reason } = result;
    if (isNotTried(reason)) return { seen: t(`notTried.${reason}`), measured: '', tell: '' };
    if (!isFoundBy(test, reason)) return { seen: '', measured: '', tell: '' };
    // The compiler cannot follow that a reason belongs to its test; the check above has.
    const tell = reason === 'fine' ? '' : t(`tell.${test}.${reason}` as `tell.${FaultKey}`);
    return { seen: t(`found.${test}.${reason}` as `found.${FoundKey}`), measured: measured(result), tell };
  };
}
