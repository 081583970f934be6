import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { OfficialHubView } from '../../shared/hub/hub-views.ts';
import { chime } from '../ui/chime.ts';

/**
 * A new question is heard once, and how many wait stands in the title, so that a tab in the background shows it. Silent
 * while the official takes no calls or is in one.
 */
export function useAttention(view: OfficialHubView): void {
  const { t } = useTranslation('official');
  const waiting = view.queue.filter(({ state }) => state === 'waiting');
  const seen = useRef(new Set(waiting.map(({ id }) => id)));
  const free = view.available && !view.mine.some(({ state }) => state === 'active');
  useEffect(() => {
    const news = waiting.filter(({ id }) => !seen.current.has(id));
    seen.current = new Set(waiting.map(({ id }) => id));
    if (news.length > 0 && free) chime();
    document.title = waiting.length === 0 ? t('title') : t('titleWaiting', { count: waiting.length });
  });
}
