import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const emulator = join(import.meta.dirname, 'link_emulator.py');

/** Why no network of one's own can be made on this machine, or `undefined` when it can. */
export function whyNoShapedNetwork(): string | undefined {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return 'network namespaces need root on Linux';
  if (!existsSync('/dev/net/tun')) return 'this machine has no /dev/net/tun';
  const missing = ['ip', 'python3'].find((program) => spawnSync(program, ['--help']).error !== undefined);
  if (missing !== undefined) return `this machine has no ${missing}`;
  const tried = `sportello-try-${process.pid}`;
  if (spawnSync('ip', ['netns', 'add', tried]).status !== 0) return 'this machine does not let its root make network namespaces';
  spawnSync('ip', ['netns', 'delete', tried]);
  return undefined;
}

/** Rate in kbit/s (0: no limit), delay in ms and loss in per cent, of one direction of the desk's link. */
export type Direction = readonly [rate: number, delay: number, loss: number];

/** A link that only delays: the town hall and the office are not on the same table. */
export const plainLink: Direction = [0, 10, 0];
/** 1 Mbit/s up, 2 Mbit/s down, 30 ms and 2 % loss each way. */
export const ruralUp: Direction = [1_000, 30, 2];
export const ruralDown: Direction = [2_000, 30, 2];

const sides = ['desk', 'core', 'official'] as const;
type Side = (typeof sides)[number];

/**
 * Three computers' worth of network: `desk` — shaped link — `core` (hub, relay) — wire — `official`. The desk may have a second
 * shaped link (`spare`), down at first.
 */
export class ShapedNetwork {
  readonly folder = mkdtempSync(join(tmpdir(), 'sportello-network-'));
  /** The hub's address as each side sees it. */
  readonly coreFor = { desk: '10.77.1.1', official: '10.77.2.1', spare: '10.77.3.1' } as const;
  readonly #prefix: string;
  readonly #links: ChildProcess[] = [];
  #changed: (at: number) => void = () => undefined;

  private constructor(prefix: string) {
    this.#prefix = prefix;
  }

  static async open(up: Direction = plainLink, down: Direction = plainLink): Promise<ShapedNetwork> {
    const network = new ShapedNetwork(`sv${process.pid}`);
    try {
      await network.#build(up, down);
    } catch (error) {
      network.close();
      throw error;
    }
    return network;
  }

  async #build(up: Direction, down: Direction): Promise<void> {
    for (const side of sides) run('ip', 'netns', 'add', this.name(side));
    for (const side of sides) this.#in(side, 'ip', 'link', 'set', 'lo', 'up');
    this.#in('core', 'sysctl', '-q', '-w', 'net.ipv4.ip_forward=1');
    this.#wire();
    await this.#link('cable', '10.77.1.2', '10.77.1.1', up, down);
    this.#in('desk', 'ip', 'route', 'add', 'default', 'via', '10.77.1.1');
  }

  /** Name of a side's namespace. */
  readonly name = (side: Side): string => `${this.#prefix}-${side}`;

  /** A program file that starts another inside a side's network. */
  wrapper(side: Side, program: string): string {
    const path = join(this.folder, `in-${side}`);
    writeFileSync(path, `#!/bin/sh\nexec ip netns exec ${this.name(side)} ${program} "$@"\n`);
    chmodSync(path, 0o755);
    return path;
  }

  /** Starts a program inside a side's network; it ends with the network at the latest. */
  spawn(side: Side, program: string, args: readonly string[]): ChildProcess {
    const child = spawn('ip', ['netns', 'exec', this.name(side), program, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
    this.#links.push(child);
    return child;
  }

  /** Nothing passes on the desk's link any more, and nobody is told. Settles with the instant it took effect. */
  cut(): Promise<number> {
    writeFileSync(join(this.folder, 'cut-cable'), '');
    return this.#change();
  }

  /** The desk's link carries again. Settles with the instant it took effect, by the computer's clock. */
  mend(): Promise<number> {
    rmSync(join(this.folder, 'cut-cable'));
    return this.#change();
  }

  /** A second link for the desk, up beside the first one (another cable, a telephone). */
  async addSpare(up: Direction = plainLink, down: Direction = plainLink): Promise<void> {
    await this.#link('spare', '10.77.3.2', '10.77.3.1', up, down);
  }

  /** The desk changes from one link to the other: the old one goes down, the way out is the new one's. Returns the instant. */
  switchTo(link: 'cable' | 'spare'): number {
    const [other, way] = link === 'spare' ? (['cable', '10.77.3.1'] as const) : (['spare', '10.77.1.1'] as const);
    this.#in('desk', 'ip', 'link', 'set', link, 'up');
    this.#in('desk', 'ip', 'link', 'set', other, 'down');
    this.#in('desk', 'ip', 'route', 'replace', 'default', 'via', way, 'dev', link);
    return Date.now();
  }

  close(): void {
    for (const child of this.#links) child.kill();
    for (const side of sides) spawnSync('ip', ['netns', 'delete', this.name(side)]);
    rmSync(this.folder, { recursive: true, force: true });
  }

  #wire(): void {
    run('ip', 'link', 'add', 'wire', 'netns', this.name('core'), 'type', 'veth', 'peer', 'name', 'wire', 'netns', this.name('official'));
    this.#in('core', 'ip', 'addr', 'add', '10.77.2.1/24', 'dev', 'wire');
    this.#in('official', 'ip', 'addr', 'add', '10.77.2.2/24', 'dev', 'wire');
    for (const side of ['core', 'official'] as const) this.#in(side, 'ip', 'link', 'set', 'wire', 'up');
    this.#in('official', 'ip', 'route', 'add', 'default', 'via', '10.77.2.1');
  }

  #link(device: string, desk: string, core: string, up: Direction, down: Direction): Promise<void> {
    const cut = join(this.folder, `cut-${device}`);
    const args = [emulator, this.name('desk'), device, desk, this.name('core'), device, core, '--up', ...up.map(String), '--down', ...down.map(String), '--cut', cut];
    const child = spawn('python3', args, { stdio: ['ignore', 'pipe', 'inherit'] });
    this.#links.push(child);
    const lines = createInterface({ input: child.stdout });
    return new Promise((resolve, reject) => {
      child.on('exit', (code) => reject(new Error(`the link ended with ${code}`)));
      lines.on('line', () => {
        this.#changed(Date.now());
        resolve();
      });
    });
  }

  #change(): Promise<number> {
    return new Promise((resolve) => (this.#changed = resolve));
  }

  #in(side: Side, ...command: readonly string[]): void {
    run('ip', 'netns', 'exec', this.name(side), ...command);
  }
}

function run(program: string, ...args: readonly string[]): void {
  const { status, stderr } = spawnSync(program, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${program} ${args.join(' ')}: ${stderr}`);
}
