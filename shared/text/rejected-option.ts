/** The command-line option `parseArgs` of Node complains of, which it quotes in its English message, with or without its value; empty where it quotes none. */
export const rejectedOption = (error: unknown): string => (error instanceof Error ? (/'([^' ]+)/.exec(error.message)?.[1] ?? '') : '');
