import { useCallback, useEffect, useRef, useState } from 'react';
import type { HubLinkView } from '../../shared/desk/hub-link-view.ts';
import type { PassportResult, PassportTest } from '../../shared/session/network-passport.ts';
import { passportResults } from '../../shared/session/passport-verdicts.ts';
import type { Finding } from '../../shared/session/passport-verdicts.ts';
import { useDesk } from '../desk/desk-context.tsx';
import { runPassport } from './run-passport.ts';
import type { PassportRun } from './run-passport.ts';

/** What is being tried now, and how many of the tests have come back. */
export interface PassportProgress {
  readonly doing: readonly PassportTest[];
  readonly found: number;
}

export interface Passport {
  /** `undefined` while nothing runs. */
  readonly progress: PassportProgress | undefined;
  readonly start: (hub: HubLinkView) => void;
  readonly cancel: () => void;
}

/**
 * Runs the tests of the network. A page that goes away calls them off, and so does a call that begins: the line is the
 * call's. What was called off leaves nothing behind.
 */
export function usePassport(inCall: boolean, onDone: (results: readonly PassportResult[]) => void): Passport {
  const desk = useDesk();
  const [progress, setProgress] = useState<PassportProgress>();
  const running = useRef<AbortController>(undefined);
  const cancel = useCallback(() => running.current?.abort(), []);
  useEffect(() => cancel, [cancel]);
  useEffect(() => {
    if (inCall) cancel();
  }, [inCall, cancel]);
  const start = (hub: HubLinkView) => {
    if (inCall || running.current) return;
    const run = new AbortController();
    running.current = run;
    const over = () => {
      running.current = undefined;
      setProgress(undefined);
    };
    run.signal.addEventListener('abort', over);
    const follow = async () => {
      const results = await followed({ desk, hub, calledOff: run.signal }, setProgress);
      if (run.signal.aborted) return;
      over();
      onDone(results);
    };
    void follow();
  };
  return { progress, start, cancel };
}

/** Runs the tests and tells how far they are; what is found after they were called off is told to nobody. */
async function followed(run: Pick<PassportRun, 'desk' | 'hub' | 'calledOff'>, onProgress: (progress: PassportProgress) => void): Promise<readonly PassportResult[]> {
  const findings: Finding[] = [];
  let doing: readonly PassportTest[] = [];
  const tell = () => {
    if (!run.calledOff.aborted) onProgress({ doing, found: findings.length });
  };
  const onBegin = (tests: readonly PassportTest[]) => {
    doing = [...doing, ...tests];
    tell();
  };
  const onFound = (found: readonly Finding[]) => {
    findings.push(...found);
    doing = doing.filter((test) => !found.some((one) => one.test === test));
    tell();
  };
  await runPassport({ ...run, onBegin, onFound });
  return passportResults(findings);
}
