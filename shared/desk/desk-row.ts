import type { z } from 'zod';

/** Who may call a method. */
export type DeskRole = 'anyone' | 'signed-in' | 'supervisor';

/** One method of the desk's contract: who may call it, and the strict shape of the one object that goes in. */
export interface DeskRow<Input> {
  readonly who: DeskRole;
  readonly input: z.ZodType<Input>;
}

export const row = <Input>(who: DeskRole, input: z.ZodType<Input>): DeskRow<Input> => ({ who, input });
