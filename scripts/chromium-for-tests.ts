import { existsSync } from 'node:fs';
import { findBrowser } from './find-browser.ts';
import { runCommand } from './run-command.ts';

/** Why there is no browser to test in, or `undefined` when there is one; installs Debian's Chromium where it may. */
export function whyNoChromium(): string | undefined {
  if (findBrowser() !== undefined) return undefined;
  if (!existsSync('/usr/bin/apt-get')) return 'no Chromium, Chrome or Edge on this machine: install one and run npm test again';
  if (process.getuid?.() !== 0) return 'no Chromium on this machine and no right to install it: run "sudo apt-get install chromium" and npm test again';
  return installChromium() ? undefined : 'Chromium could not be installed from the package sources of this machine: the lines of apt-get above say why';
}

function installChromium(): boolean {
  console.log('Installing Chromium from the system’s packages…');
  const quietly = { DEBIAN_FRONTEND: 'noninteractive' };
  const install = (): number => runCommand('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], quietly);
  if (runCommand('apt-get', ['update', '-qq'], quietly) !== 0) console.log('The package lists could not be renewed; trying with those that are here.');
  return install() === 0 && findBrowser() !== undefined;
}
