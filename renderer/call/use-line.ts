import { useEffect, useState } from 'react';
import { paperAllowance } from '../../shared/call/ladder.ts';
import type { CallConductor } from './call-conductor.ts';
import { MediaLadder } from './media-ladder.ts';
import type { LineView } from './media-ladder.ts';
import { letPapersFollow } from './papers/call-papers.ts';

export interface CallLine {
  /** Undefined until it was looked at twice. */
  readonly view: LineView | undefined;
  readonly ladder: MediaLadder;
}

/** The line of a call while its panel is up: what is sent follows what it carries, and how it is can be told. */
export function useLine(conductor: CallConductor, isLive: boolean): CallLine {
  const [view, setView] = useState<LineView>();
  const [ladder] = useState(() => new MediaLadder({ pc: () => conductor.link.pc, flow: conductor.watch, onChange: setView }));
  useEffect(() => letPapersFollow(conductor, () => paperAllowance(ladder.state)), [conductor, ladder]);
  useEffect(() => {
    if (!isLive) return;
    ladder.start();
    return () => ladder.stop();
  }, [isLive, ladder]);
  return { view, ladder };
}
