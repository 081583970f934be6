import { useLayoutEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from './button.tsx';

interface PageProps {
  title: string;
  /** What the window is called where the heading names somebody: the task bar shows it, and a browser may note it down. */
  windowTitle?: string;
  lead?: ReactNode;
  /** What stands right of the heading: a badge, a search box, a button. */
  aside?: ReactNode;
  back?: { to: string; text: string };
  narrow?: boolean;
  children: ReactNode;
}

/**
 * One screen. Its heading takes the focus when the screen appears or its window title changes, so that a reader announces it
 * and the keyboard starts from the top; the window's title follows.
 */
export function Page({ title, windowTitle = title, lead, aside, back, narrow = false, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { t } = useTranslation('ui');
  // A layout effect: React runs it again when the page was hidden for something still being read, and had lost the focus.
  useLayoutEffect(() => {
    document.title = t('windowTitle', { title: windowTitle });
    heading.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, [windowTitle, t]);
  return (
    <main id="content" className={narrow ? 'page page-narrow' : 'page'}>
      {back && (
        <div className="page-back no-print">
          <ButtonLink to={back.to} kind="quiet" icon="arrowLeft">
            {back.text}
          </ButtonLink>
        </div>
      )}
      <div className="page-heading">
        <div>
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {lead && <p className="lead">{lead}</p>}
        </div>
        {aside}
      </div>
      {children}
    </main>
  );
}

/** A titled part of a page; `boxed` draws a border around it. */
export function Section({ title, boxed = false, children }: { title: string; boxed?: boolean; children: ReactNode }) {
  return (
    <section className={boxed ? 'section section-boxed' : 'section'} aria-label={title}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

/** Things side by side while there is room for their words; one under the other otherwise. */
export function Columns({ children }: { children: ReactNode }) {
  return <div className="columns">{children}</div>;
}
