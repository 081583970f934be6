import { z } from 'zod';

/** What the desk's process tells the one that started it, once, when it answers. */
export const readyMessageSchema = z.strictObject({
  address: z.string(),
  /** Folder of the records; the window's own files go into its cache. */
  folder: z.string(),
  /** False when another process already serves this folder and the address leads there. */
  first: z.boolean(),
});
export type ReadyMessage = z.infer<typeof readyMessageSchema>;
