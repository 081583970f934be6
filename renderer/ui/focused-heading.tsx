import { useLayoutEffect, useRef } from 'react';

/** The heading of a part of the page that changes in place: takes the focus when it appears, so that a reader announces it. */
export function FocusedHeading({ children }: { children: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    const element = heading.current;
    window.scrollTo(0, 0);
    element?.focus({ preventScroll: true });
    // With large text the page's own header may fill the window: then the part that changed goes to the top.
    if (element && element.getBoundingClientRect().top > window.innerHeight * 0.7) element.scrollIntoView({ block: 'start' });
  }, []);
  return (
    <h2 ref={heading} tabIndex={-1} className="focused-heading">
      {children}
    </h2>
  );
}
