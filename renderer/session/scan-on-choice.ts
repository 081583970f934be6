/** Nobody types two letters as close as this; a reader does, all along. */
const readerMilliseconds = 40;

interface FirstKey {
  readonly choice: HTMLSelectElement;
  readonly chosen: string;
  readonly key: string;
  readonly at: number;
}

/**
 * Tells a reader from a hand over a choice (`select`), where a letter typed means something. Answers with the characters so
 * far once the second one has come too soon for a hand, and puts the choice back as the first one found it.
 */
export function createChoiceWatch(): (event: KeyboardEvent, choice: HTMLSelectElement) => string | undefined {
  let first: FirstKey | undefined;
  return (event, choice) => {
    const before = first;
    first = { choice, chosen: choice.value, key: event.key, at: event.timeStamp };
    if (before?.choice !== choice || event.timeStamp - before.at > readerMilliseconds) return undefined;
    first = undefined;
    choice.value = before.chosen;
    choice.dispatchEvent(new Event('change', { bubbles: true }));
    return before.key + event.key;
  };
}
