/** The data channels of a connection, agreed upon beforehand: they survive every break the connection itself survives. */
export interface DataChannels {
  /** In order and whole: what `shared/call/control-message.ts` describes. */
  readonly control: RTCDataChannel;
  /** In order and whole: papers alone, so that a long one never keeps the control waiting. */
  readonly papers: RTCDataChannel;
  /** Where somebody points now: late is worse than never. */
  readonly pointer: RTCDataChannel;
}

export function openChannels(pc: RTCPeerConnection): DataChannels {
  const open = (label: string, id: number, how: RTCDataChannelInit = {}) => {
    const channel = pc.createDataChannel(label, { negotiated: true, id, ...how });
    channel.binaryType = 'arraybuffer';
    return channel;
  };
  return { control: open('control', 1), papers: open('papers', 2), pointer: open('pointer', 3, { ordered: false, maxRetransmits: 0 }) };
}

/** Sends where the channel is open; otherwise nothing, and `false`. */
export function sendText(channel: RTCDataChannel, text: string): boolean {
  if (channel.readyState !== 'open') return false;
  channel.send(text);
  return true;
}

/** Settles when everything has left the channel, after so many milliseconds at the latest. */
export function drained(channel: RTCDataChannel, within: number): Promise<void> {
  if (channel.readyState !== 'open' || channel.bufferedAmount === 0) return Promise.resolve();
  return new Promise((resolve) => {
    channel.bufferedAmountLowThreshold = 0;
    channel.addEventListener('bufferedamountlow', () => resolve(), { once: true });
    setTimeout(resolve, within);
  });
}
