/** One line for whoever started the desk; on standard output. */
export const printLine = (line: string): void => console.log(line);

/** One line of trouble, without personal data; on standard error. */
export const printTrouble = (line: string): void => console.error(line);
