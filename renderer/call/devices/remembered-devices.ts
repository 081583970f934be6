import { z } from 'zod';
import type { DeviceKind } from './local-media.ts';

/** Where the devices chosen by hand are kept: their names alone, on this computer. */
export interface DeviceMemory {
  /** The latest first. */
  readonly read: (kind: DeviceKind) => readonly string[];
  readonly keep: (kind: DeviceKind, labels: readonly string[]) => void;
}

const keyOf = (kind: DeviceKind): string => `devices.${kind}`;
const labels = z.array(z.string());

export const deviceMemory: DeviceMemory = {
  read: (kind) => {
    try {
      return labels.safeParse(JSON.parse(localStorage.getItem(keyOf(kind)) ?? '[]')).data ?? [];
    } catch {
      return [];
    }
  },
  keep: (kind, chosen) => localStorage.setItem(keyOf(kind), JSON.stringify(chosen)),
};
