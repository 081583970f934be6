import { useEffect, useState } from 'react';

/** How often the level is looked at, in milliseconds. */
const lookEvery = 100;

/** How loud a track is now, 0 to 1; 0 without one. */
export function useLoudness(track: MediaStreamTrack | null): number {
  const [level, setLevel] = useState(0);
  useEffect(() => {
    if (track === null) return;
    const audio = new AudioContext();
    const analyser = audio.createAnalyser();
    analyser.fftSize = 512;
    const source = audio.createMediaStreamSource(new MediaStream([track]));
    source.connect(analyser);
    const samples = new Float32Array(analyser.fftSize);
    const timer = setInterval(() => {
      analyser.getFloatTimeDomainData(samples);
      setLevel(Math.min(1, Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length) * 4));
    }, lookEvery);
    return () => {
      clearInterval(timer);
      source.disconnect();
      void audio.close();
      setLevel(0);
    };
  }, [track]);
  return level;
}
