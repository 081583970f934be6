import { printLine } from '../program/print-line.ts';
import type { ReadyMessage } from './ready-message.ts';

/** The line people and tests wait for, and the same to the process that started this one; `told` when it has left. */
export function announceDesk(ready: ReadyMessage, told: () => void = () => undefined): void {
  printLine(`desk: ${ready.address}`);
  if (process.send === undefined) told();
  else process.send(ready, told);
}
