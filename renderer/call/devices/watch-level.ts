/** How often the level is looked at, in milliseconds. */
const lookEvery = 100;

/** What a track sounds like in a moment, both from 0 to 1. */
export interface SoundLevel {
  readonly mean: number;
  readonly peak: number;
  /** The page's sound system sleeps: nothing is known. */
  readonly asleep: boolean;
}

/** Looks at a track's sound ten times a second; returns the way to stop. */
export function watchLevel(track: MediaStreamTrack, onLevel: (level: SoundLevel) => void): () => void {
  const audio = new AudioContext();
  const analyser = audio.createAnalyser();
  analyser.fftSize = 512;
  const source = audio.createMediaStreamSource(new MediaStream([track]));
  source.connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  const timer = setInterval(() => {
    analyser.getFloatTimeDomainData(samples);
    const mean = Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length);
    const peak = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
    onLevel({ mean, peak, asleep: audio.state !== 'running' });
  }, lookEvery);
  return () => {
    clearInterval(timer);
    source.disconnect();
    void audio.close();
  };
}
