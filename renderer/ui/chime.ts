/** Two soft tones, made here: no file to fetch, and nothing that sounds like an alarm. Silent until the page was touched once. */
export function chime(): void {
  const audio = new AudioContext();
  const loudness = audio.createGain();
  loudness.gain.value = 0.08;
  loudness.connect(audio.destination);
  [660, 880].forEach((pitch, index) => {
    const tone = audio.createOscillator();
    tone.frequency.value = pitch;
    tone.connect(loudness);
    tone.start(audio.currentTime + index * 0.18);
    tone.stop(audio.currentTime + index * 0.18 + 0.15);
    if (index === 1) tone.addEventListener('ended', () => void audio.close());
  });
}
