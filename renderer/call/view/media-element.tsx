import { useEffect, useRef } from 'react';

/** A picture as it comes; `mirrored` for one's own, as in a mirror. Its sound is played elsewhere. */
export function Picture({ track, label, mirrored = false, className }: { track: MediaStreamTrack | null; label: string; mirrored?: boolean; className: string }) {
  const element = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    if (!element.current) return;
    element.current.srcObject = track && new MediaStream([track]);
  }, [track]);
  return <video ref={element} className={mirrored ? `${className} mirrored` : className} aria-label={label} autoPlay playsInline muted />;
}

/** The other side's voice, on the loudspeaker chosen. */
export function Voice({ track, speaker }: { track: MediaStreamTrack | null; speaker: string }) {
  const element = useRef<HTMLAudioElement>(null);
  useEffect(() => {
    if (!element.current) return;
    element.current.srcObject = track && new MediaStream([track]);
  }, [track]);
  useEffect(() => {
    // A loudspeaker that is gone leaves the sound where it was.
    void element.current?.setSinkId?.(speaker).catch(() => undefined);
  }, [speaker]);
  // oxlint-disable-next-line jsx-a11y/media-has-caption -- a voice as it is spoken has no track; what is typed for a deaf resident stands beside it
  return <audio ref={element} autoPlay />;
}
