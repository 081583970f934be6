import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** How a child's life ended. */
export type Ended = 'killed' | 'finished';

/**
 * Starts a script of this folder and ends it with SIGKILL so many milliseconds after it said `ready` (it may finish first).
 * Rejects when it fails by itself: then nothing was killed and nothing proved.
 */
export async function killAfterReady(script: string, args: readonly string[], life: number): Promise<{ ended: Ended; worked: number }> {
  const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  const exit = new Promise<Ended>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      if (signal === 'SIGKILL') resolve('killed');
      else if (code === 0) resolve('finished');
      else reject(new Error(`${script} ended by itself, code ${code}`));
    });
  });
  let began = Number.NaN;
  const reading = (async () => {
    for await (const line of createInterface({ input: child.stdout })) {
      if (line !== 'ready') continue;
      began = performance.now();
      setTimeout(() => child.kill('SIGKILL'), life);
    }
  })();
  const [ended] = await Promise.all([exit, reading]);
  return { ended, worked: performance.now() - began };
}
