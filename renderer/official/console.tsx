import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OfficialHubView } from '../../shared/hub/hub-views.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { ConsultationPanel } from './consultation-panel.tsx';
import { DayList } from './day-list.tsx';
import { QueueList } from './queue-list.tsx';

/** Who waits on the left, the one question being looked at or answered in the middle, the day's own list below the queue. */
export function Console({ view }: { view: OfficialHubView }) {
  const { t } = useTranslation('official');
  const [chosen, choose] = useState<string>();
  const active = view.mine.find(({ state }) => state === 'active' || state === 'ringing');
  const toFinish = view.mine.filter(({ state, wrappedUp }) => state === 'ended' && !wrappedUp);
  const all = [...view.mine, ...view.queue];
  const shown = active ?? all.find(({ id }) => id === chosen) ?? toFinish[0] ?? view.queue[0];
  return (
    <main id="content" className="official-columns">
      <div className="official-side">
        <QueueList view={view} shown={shown?.id} locked={active !== undefined} choose={choose} toFinish={toFinish} />
        <DayList day={view.day} />
      </div>
      <section className="official-centre" aria-label={t('question')}>
        {shown === undefined ? <EmptyState>{t(view.available ? 'nobodyWaits' : 'nobodyWaitsPaused')}</EmptyState> : <ConsultationPanel key={shown.id} consultation={shown} view={view} />}
      </section>
    </main>
  );
}
