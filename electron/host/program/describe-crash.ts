/**
 * What may be logged of an unexpected error: its kind, its code and where it happened. Never its message, which may quote
 * what somebody typed (a JSON parser does), nor the first line of its stack, which repeats the message.
 */
export function describeCrash(error: unknown): string {
  if (!(error instanceof Error)) return `thrown ${typeof error}`;
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : '';
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return [`${error.name}${code}`, ...frames.slice(0, 8)].join('\n');
}
