import { useTranslation } from 'react-i18next';
import { Link, useLocation, useRoute } from 'wouter';
import { Icon } from '../ui/icon.tsx';
import type { IconName } from '../ui/icon.tsx';
import { ClerkMenu } from './clerk-menu.tsx';
import { useDescription } from './desk-context.tsx';
import { paths } from './paths.ts';

/** Whose desk this is, the three places a clerk can go, and the clerk's own menu. */
export function Header() {
  const { t } = useTranslation('desk');
  const { comune, kind, signedIn } = useDescription();
  const [location] = useLocation();
  return (
    <header className="desk-header no-print">
      <div className="desk-owner">
        <Icon name="pa" />
        <div>
          <strong>{comune && t('comune', { name: comune.name })}</strong>
          {kind && <span>{t(`kindShort.${kind}`)}</span>}
        </div>
      </div>
      <nav aria-label={t('navigation')}>
        <NavLink to={paths.home} icon="inbox" text={t('home')} />
        <NavLink to={paths.archive} icon="search" text={t('archive')} />
        {signedIn?.role === 'supervisor' && <NavLink to={paths.supervisor} icon="settings" text={t('supervisor')} />}
      </nav>
      {/* Going somewhere closes the menu. */}
      <ClerkMenu key={location} />
    </header>
  );
}

function NavLink({ to, icon, text }: { to: string; icon: IconName; text: string }) {
  const [here] = useRoute(to === '/' ? '/' : `${to}/*?`);
  return (
    <Link to={to} className="desk-nav-link" aria-current={here ? 'page' : undefined}>
      <Icon name={icon} />
      {text}
    </Link>
  );
}
