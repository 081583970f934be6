import { useTranslation } from 'react-i18next';
import type { StandingAmount } from '../../shared/procedure/run-view.ts';
import type { RunScreen } from '../../shared/session/session-view.ts';
import { Badge } from '../ui/badge.tsx';
import { formatDay } from '../ui/dates.ts';

const whole = new Intl.NumberFormat('it-IT', { maximumFractionDigits: 0, useGrouping: 'always' });
const withCents = new Intl.NumberFormat('it-IT', { minimumFractionDigits: 2, maximumFractionDigits: 2, useGrouping: 'always' });
/** 203,80 and 10.140: cents are two or none. */
const figure = (value: number) => (Number.isInteger(value) ? whole : withCents).format(value);

/** Figures of a step, those of one source together above its name; one past its dates is struck out and says so. */
export function AmountsList({ amounts, run }: { amounts: readonly StandingAmount[]; run: RunScreen }) {
  const { t } = useTranslation('procedure');
  const bySource = Map.groupBy(amounts, ({ source, checkedOn }) => `${source} ${checkedOn}`);
  const nameOf = (id: string) => run.procedure.sources.find((source) => source.id === id)?.title ?? id;
  return [...bySource].map(([key, [first, ...more]]) => (
    <table key={key} className="table amounts">
      {first && <caption>{t('amount.source', { source: nameOf(first.source), date: formatDay(first.checkedOn) })}</caption>}
      <tbody>
        {[first, ...more].map((amount) => amount && <AmountRow key={amount.id} amount={amount} name={run.texts.amounts[amount.id]?.name ?? amount.id} />)}
      </tbody>
    </table>
  ));
}

function AmountRow({ amount, name }: { amount: StandingAmount; name: string }) {
  const { t } = useTranslation('procedure');
  const value = t(`amount.unit.${amount.unit}`, { value: figure(amount.value) });
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        {amount.expired ? <s>{value}</s> : value} {amount.expired && <Badge kind="bad">{t('amount.expired')}</Badge>}
      </td>
    </tr>
  );
}
