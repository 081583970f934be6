/** A camera, microphone or loudspeaker as the browser lists it; without permission both are empty. */
export interface ListedDevice {
  readonly id: string;
  readonly label: string;
}

/** So many devices are remembered of each kind: a desk has one or two, a clerk's laptop goes from room to room. */
const mostRemembered = 5;

/** What looks like a camera or a microphone and shows or hears nobody: for signing in by face, made by a program, or the sound of the computer itself. */
const unlikely = /\binfrared\b|\bIR\b|virtual|^monitor of/i;

/**
 * Which device to take: the one chosen by hand that is there, the latest choice first; otherwise the one in use, while it is
 * there; otherwise the computer's own, then any. A device plugged in that nobody ever chose takes nothing over.
 * @param remembered labels chosen by hand, the latest first: a browser's ids change when its data are cleared
 * @param current id of the device in use
 * @returns an id of the list, or `undefined` when there is none
 */
export function chooseDevice(devices: readonly ListedDevice[], remembered: readonly string[], current: string | undefined): string | undefined {
  const there = devices.filter(({ id }) => id !== '');
  const used = there.find(({ id }) => id === current);
  for (const label of remembered) {
    if (used?.label === label) return used.id;
    const chosen = there.find((device) => device.label === label);
    if (chosen) return chosen.id;
  }
  const own = there.find(({ id }) => id === 'default') ?? there.find(({ label }) => !unlikely.test(label)) ?? there[0];
  return (used ?? own)?.id;
}

/** The labels after one more choice by hand. An empty label is the computer's own device: every earlier choice is taken back. */
export const rememberDevice = (remembered: readonly string[], label: string): readonly string[] =>
  label === '' ? [] : [label, ...remembered.filter((other) => other !== label)].slice(0, mostRemembered);
