import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { heardYet, nextSilence } from '../../../shared/call/silent-microphone.ts';
import { Alert } from '../../ui/alert.tsx';
import { watchLevel } from './watch-level.ts';

/** Says so when a microphone that is on has heard nothing at all for a while: its own switch, or the wrong one chosen. */
export function SilentMicrophoneAlert({ track }: { track: MediaStreamTrack }) {
  const { t } = useTranslation('call');
  const [warns, setWarns] = useState(false);
  useEffect(() => {
    let state = heardYet(performance.now());
    const stop = watchLevel(track, ({ peak, asleep }) => {
      state = nextSilence(state, { level: peak, blind: asleep || document.hidden || !track.enabled }, performance.now());
      setWarns(state.warns);
    });
    return () => {
      stop();
      setWarns(false);
    };
  }, [track]);
  return (
    warns && (
      <Alert kind="warning" announced>
        {t('device.silent')}
      </Alert>
    )
  );
}
