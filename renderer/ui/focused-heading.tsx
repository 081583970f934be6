import { useLayoutEffect, useRef } from 'react';

/** Pixels below the heading that show the question and its first answers, eighteen lines of text. */
const leastRoom = () => 18 * Number.parseFloat(getComputedStyle(document.documentElement).fontSize);

/** The heading of a part of the page that changes in place: takes the focus when it appears, so that a reader announces it. */
export function FocusedHeading({ children }: { children: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    const element = heading.current;
    window.scrollTo(0, 0);
    element?.focus({ preventScroll: true });
    // Under a tall header or with large text little would be left to see of what changed: then it goes to the top.
    if (element && window.innerHeight - element.getBoundingClientRect().top < leastRoom()) element.scrollIntoView({ block: 'start' });
  }, []);
  return (
    <h2 ref={heading} tabIndex={-1} className="focused-heading">
      {children}
    </h2>
  );
}
