/** What came of picture and sound, by the computer's clock: both pages and the test share it. */
export class MediaSeen {
  readonly frames: number[] = [];
  readonly sound: number[] = [];
  #packets = 0;

  watchPicture(video: HTMLVideoElement): void {
    const next = () =>
      video.requestVideoFrameCallback(() => {
        this.frames.push(Date.now());
        next();
      });
    next();
  }

  /** Sound by the packets that came, looked at every 50 ms. */
  watchSound(connection: () => RTCPeerConnection | undefined): void {
    setInterval(() => {
      const receiver = connection()
        ?.getReceivers()
        .find(({ track }) => track.kind === 'audio');
      void receiver?.getStats().then((report) => this.#count(report));
    }, 50);
  }

  #count(report: RTCStatsReport): void {
    for (const entry of report.values() as Iterable<{ type: string; packetsReceived?: number }>) {
      if (entry.type !== 'inbound-rtp' || entry.packetsReceived === undefined) continue;
      if (entry.packetsReceived !== this.#packets && entry.packetsReceived > 0) this.sound.push(Date.now());
      this.#packets = entry.packetsReceived;
    }
  }
}
