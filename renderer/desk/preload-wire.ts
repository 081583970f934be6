import type { Reply } from '../../shared/desk/refusal.ts';
import { deskEventSchema, replySchema } from '../../shared/desk/socket-frames.ts';
import type { DeskWire } from '../../shared/desk/transport.ts';
import { inputJson, isTooLarge, wireRefusal } from './wire-refusal.ts';
import type { WireSentences } from './wire-refusal.ts';

/** What the preload puts on `window.deskBridge`: a wire whose values nobody has checked yet. */
export interface PreloadBridge {
  call(method: string, input: unknown): Promise<unknown>;
  subscribe(listener: (event: unknown) => void): () => void;
}

declare global {
  interface Window {
    /** There in Electron alone. */
    readonly deskBridge?: PreloadBridge;
  }
}

/** The wire to Electron's main process, over the two functions of the preload. */
export function createPreloadWire(bridge: PreloadBridge, sentences: WireSentences): DeskWire {
  return {
    async call(method, input): Promise<Reply<unknown>> {
      if (isTooLarge(inputJson(input))) return wireRefusal('too-large', sentences);
      const reply = await bridge.call(method, input).catch(() => undefined);
      return replySchema.safeParse(reply).data ?? wireRefusal('connection-lost', sentences);
    },
    subscribe: (listener) =>
      bridge.subscribe((event) => {
        const parsed = deskEventSchema.safeParse(event);
        if (parsed.success) listener(parsed.data);
      }),
  };
}
