import type { z } from 'zod';

/** One method of a hub's contract: the strict shape of what goes in and of what comes out. Both ends check both. */
export interface HubRow<Input, Value> {
  readonly input: z.ZodType<Input>;
  readonly value: z.ZodType<Value>;
}

export const hubRow = <Input, Value>(input: z.ZodType<Input>, value: z.ZodType<Value>): HubRow<Input, Value> => ({ input, value });

export type HubTable<Api> = {
  readonly [Method in keyof Api]: Api[Method] extends (input: infer Input) => infer Value ? HubRow<Input, Value> : never;
};
