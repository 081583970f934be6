import type { Rung } from '../../shared/call/ladder-rungs.ts';
import type { LineName } from './media-lines.ts';
import { changeParameters } from './sender-parameters.ts';

/** Longer packets where the browser knows how; the others keep theirs of 20 ms. */
type Encoding = RTCRtpEncodingParameters & { adaptivePtime?: boolean };

export type Senders = Readonly<Record<LineName, RTCRtpSender | undefined>>;

/**
 * Sends on a rung: how many bits of sound, and how large, how often and how sharp the picture. Sound goes first wherever there
 * is a choice; a shown screen takes no more than papers may, and keeps its letters sharp. Returns whether all of it took; what
 * did not is tried again with the next sample.
 */
export async function applyRung(rung: Rung, senders: Senders, framesFirst: boolean): Promise<boolean> {
  const sound = change(senders.microphone, (encoding) => {
    encoding.maxBitrate = rung.sound.maxBitrate;
    encoding.priority = 'high';
    encoding.networkPriority = 'high';
    encoding.adaptivePtime = rung.sound.packetMs > 20;
  });
  const size = senders.camera?.track?.getSettings();
  const { picture } = rung;
  const camera = change(senders.camera, (encoding, parameters) => {
    encoding.active = picture !== null;
    if (picture === null) return;
    encoding.maxBitrate = picture.maxBitrate;
    encoding.maxFramerate = picture.framesPerSecond;
    encoding.scaleResolutionDownBy = Math.max(1, (size?.height ?? picture.height) / picture.height);
    parameters.degradationPreference = framesFirst ? 'maintain-framerate' : 'balanced';
  });
  const screen = change(senders.screen, (encoding, parameters) => {
    encoding.maxBitrate = rung.papers;
    parameters.degradationPreference = 'maintain-resolution';
  });
  return (await Promise.all([sound, camera, screen])).every((took) => took);
}

async function change(sender: RTCRtpSender | undefined, how: (encoding: Encoding, parameters: RTCRtpSendParameters) => void): Promise<boolean> {
  if (!sender?.track) return true;
  return changeParameters(sender, (parameters) => {
    const [encoding] = parameters.encodings;
    if (encoding) how(encoding, parameters);
  });
}
