import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { paths } from '../desk/paths.ts';
import { Page } from '../ui/page.tsx';

interface SupervisorPageProps {
  title: string;
  lead?: string;
  narrow?: boolean;
  aside?: ReactNode;
  children: ReactNode;
}

/** A page behind one of the supervisor's doors, with the way back to them. */
export function SupervisorPage({ children, ...page }: SupervisorPageProps) {
  const { t } = useTranslation('supervisor');
  return (
    <Page {...page} back={{ to: paths.supervisor, text: t('title') }}>
      {children}
    </Page>
  );
}
