const pressed = 'button, a, summary, label, input[type="radio"], input[type="checkbox"]';

/**
 * A double click is one click: people who double-click everything would otherwise press, the second time, whatever the first
 * click has brought up in that place, a question nobody read among it. Text keeps its double clicks.
 */
export function takeDoubleClicksForOne(): void {
  window.addEventListener(
    'click',
    (event) => {
      if (event.detail < 2 || !(event.target instanceof Element) || event.target.closest(pressed) === null) return;
      event.preventDefault();
      event.stopPropagation();
    },
    { capture: true },
  );
}
