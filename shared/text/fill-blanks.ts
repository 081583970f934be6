/** Fills the `{{name}}` blanks of a sentence; one that nobody filled becomes an ellipsis rather than a riddle. */
export function fillBlanks(sentence: string, details: Readonly<Record<string, string | number>> = {}): string {
  return sentence.replaceAll(/\{\{(\w+)\}\}/g, (_blank, name: string) => (Object.hasOwn(details, name) ? String(details[name]) : '…'));
}
