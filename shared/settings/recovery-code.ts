/** What somebody copied from paper, as it was printed: any case, any spaces and dashes, O for 0, I and L for 1. */
export const recoveryCharacters = (typed: string): string =>
  typed.toUpperCase().replaceAll(/[\s\-–—.]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');

/** Whether the last of a code's groups was copied: proof that it can be read where it was noted down. */
export const isLastGroup = (typed: string, code: string): boolean => recoveryCharacters(typed) === code.slice(code.lastIndexOf('-') + 1);
