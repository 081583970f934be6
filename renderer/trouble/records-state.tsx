import { useTranslation } from 'react-i18next';
import type { DeskDescription } from '../../shared/desk/desk-view.ts';
import { useDescription } from '../desk/desk-context.tsx';
import { Alert } from '../ui/alert.tsx';
import { daysBetween, formatDay, formatRecent, italianDay } from '../ui/dates.ts';

/** How safe the records are, in words: each sentence says what is so and, where something is wrong, what to do. */
export interface RecordsState {
  /** How old the latest good copy is. */
  readonly copy: string;
  readonly troubles: readonly { readonly title: string; readonly text: string }[];
}

const knownReasons = ['disk-full', 'folder-read-only'] as const;

/** The state of the records as a screen says it. */
export function useRecordsState(): RecordsState {
  const { t } = useTranslation('desk');
  const { copies, clockLeapt, restored, today } = useDescription();
  const reason = knownReasons.find((one) => one === copies.failed) ?? 'other';
  const failed = copies.failed === undefined ? [] : [{ title: t('copies.failed'), text: t(`copies.why.${reason}`) }];
  const leapt = clockLeapt === undefined ? [] : [{ title: t('leapt.title'), text: leaptText(clockLeapt) }];
  const back = restored === undefined ? [] : [{ title: t('restored.title'), text: t('restored.text', { at: formatRecent(restored.at, today), upTo: formatRecent(restored.upTo, today) }) }];
  return { copy: copies.latestAt === undefined ? t(copies.failed === undefined ? 'copies.none' : 'copies.noneMade') : age(copies.latestAt), troubles: [...back, ...failed, ...leapt] };

  function age(latestAt: string): string {
    const days = daysBetween(italianDay(latestAt), today);
    const when = formatRecent(latestAt, today);
    return days < 2 ? t('copies.latest', { when }) : t('copies.latestDaysAgo', { when, count: days });
  }

  function leaptText({ from, to, daysLeft }: NonNullable<DeskDescription['clockLeapt']>): string {
    return t('leapt.text', { from: formatDay(from), to: formatDay(to), count: daysLeft });
  }
}

/** What is wrong with copies and clock, for whoever can do something about it. */
export function RecordsTroubles() {
  return useRecordsState().troubles.map(({ title, text }) => (
    <Alert key={title} kind="warning" title={title}>
      <p>{text}</p>
    </Alert>
  ));
}
