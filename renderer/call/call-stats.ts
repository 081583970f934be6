import type { LineSample } from '../../shared/call/line-sample.ts';

/** What the other side last said of one of our lines: of sound every five seconds or so, of a picture every second. */
interface LossReport {
  readonly id: string;
  /** When it came, on the browser's own clock. */
  readonly at: number;
  /** Share of our packets that never came, since its report before. */
  readonly lost: number;
  readonly packetsSent: number;
}

/** The counts of a connection at one moment, summed over its lines; what the browser does not report is 0 or `null`. */
export interface CallCounts {
  readonly lossReports: readonly LossReport[];
  readonly packetsReceived: number;
  readonly packetsLostHere: number;
  readonly samplesHeard: number;
  readonly samplesConcealed: number;
  /** Milliseconds. */
  readonly frozenMs: number;
  readonly framesDecoded: number;
  readonly availableBitrate: number | null;
  readonly roundTripMs: number | null;
  readonly jitterMs: number | null;
  readonly relayed: boolean;
}

/** Names as in the W3C's list of statistics; seconds and counts. */
interface Entry {
  readonly id: string;
  readonly type: string;
  readonly timestamp: number;
  readonly localId?: string;
  readonly fractionLost?: number;
  readonly packetsSent?: number;
  readonly packetsReceived?: number;
  readonly packetsLost?: number;
  readonly totalSamplesReceived?: number;
  readonly concealedSamples?: number;
  readonly silentConcealedSamples?: number;
  readonly totalFreezesDuration?: number;
  readonly framesDecoded?: number;
  readonly jitter?: number;
  readonly selectedCandidatePairId?: string;
  readonly nominated?: boolean;
  readonly availableOutgoingBitrate?: number;
  readonly currentRoundTripTime?: number;
  readonly localCandidateId?: string;
  readonly remoteCandidateId?: string;
  readonly candidateType?: string;
}

/** Reads the counts out of a connection's report. */
export function callCounts(report: Iterable<unknown>): CallCounts {
  const entries = [...report] as Entry[];
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const sum = (type: string, count: (entry: Entry) => number | undefined) => entries.reduce((total, entry) => total + (entry.type === type ? (count(entry) ?? 0) : 0), 0);
  const selected = byId.get(entries.find(({ type }) => type === 'transport')?.selectedCandidatePairId ?? '');
  const pair = selected ?? entries.find(({ type, nominated }) => type === 'candidate-pair' && nominated === true);
  const isRelay = (id: string | undefined) => byId.get(id ?? '')?.candidateType === 'relay';
  const jitters = entries.flatMap(({ type, jitter }) => (type === 'inbound-rtp' && jitter !== undefined ? [jitter * 1_000] : []));
  return {
    lossReports: entries.flatMap(({ id, type, timestamp, fractionLost, localId = '' }) =>
      type === 'remote-inbound-rtp' && fractionLost !== undefined ? [{ id, at: timestamp, lost: fractionLost, packetsSent: byId.get(localId)?.packetsSent ?? 0 }] : [],
    ),
    packetsReceived: sum('inbound-rtp', ({ packetsReceived }) => packetsReceived),
    packetsLostHere: sum('inbound-rtp', ({ packetsLost }) => packetsLost),
    samplesHeard: sum('inbound-rtp', ({ totalSamplesReceived }) => totalSamplesReceived),
    // Sound made up while nothing was said is nobody's loss.
    samplesConcealed: sum('inbound-rtp', ({ concealedSamples = 0, silentConcealedSamples = 0 }) => concealedSamples - silentConcealedSamples),
    frozenMs: sum('inbound-rtp', ({ totalFreezesDuration = 0 }) => totalFreezesDuration * 1_000),
    framesDecoded: sum('inbound-rtp', ({ framesDecoded }) => framesDecoded),
    availableBitrate: pair?.availableOutgoingBitrate ?? null,
    roundTripMs: pair?.currentRoundTripTime === undefined ? null : pair.currentRoundTripTime * 1_000,
    jitterMs: jitters.length === 0 ? null : Math.max(...jitters),
    relayed: isRelay(pair?.localCandidateId) || isRelay(pair?.remoteCandidateId),
  };
}

/** What happened on the line between two counts. Counts that went back belong to another connection: nothing is said then. */
export function lineSample(before: CallCounts, after: CallCounts, silentForMs: number): LineSample {
  const since = (count: Exclude<keyof CallCounts, 'lossReports'>) => Math.max(0, Number(after[count]) - Number(before[count]));
  const expected = since('packetsReceived') + since('packetsLostHere');
  const heard = since('samplesHeard');
  return {
    outgoingLoss: outgoingLoss(before.lossReports, after.lossReports),
    incomingLoss: share(since('packetsLostHere'), expected),
    availableBitrate: after.availableBitrate,
    roundTripMs: after.roundTripMs,
    concealedSound: share(since('samplesConcealed'), heard),
    frozenMs: since('frozenMs'),
    silentForMs,
    relayed: after.relayed,
  };
}

/** Of the reports that came between the two, each as heavy as what its line sent; `null` when none came. */
function outgoingLoss(before: readonly LossReport[], after: readonly LossReport[]): number | null {
  const fresh = after.flatMap(({ id, at, lost, packetsSent }) => {
    const earlier = before.find((report) => report.id === id);
    return earlier?.at === at ? [] : [{ lost, sent: Math.max(0, packetsSent - (earlier?.packetsSent ?? 0)) }];
  });
  const sent = fresh.reduce((sum, report) => sum + report.sent, 0);
  return share(fresh.reduce((sum, report) => sum + report.lost * report.sent, 0), sent);
}

/** Too few to say anything of: below 10 one packet is already "heavy loss". */
const share = (part: number, whole: number): number | null => (whole < 10 ? null : Math.min(1, part / whole));
