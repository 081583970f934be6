import { useSyncExternalStore } from 'react';
import type { ReactNode } from 'react';
import type { Presence } from '../../../shared/hub/hub-views.ts';
import { ChatPanel } from '../chat/chat-panel.tsx';
import { DeviceTroubles } from '../devices/device-troubles.tsx';
import type { LocalMedia } from '../devices/local-media.ts';
import { SilentMicrophoneAlert } from '../devices/silent-microphone-alert.tsx';
import type { CallMesh } from '../mesh/call-mesh.ts';
import { foremostLink, stageOrder } from '../mesh/stage-order.ts';
import { PicturePointer } from '../pointer/picture-pointer.tsx';
import { PointedAtMine } from '../pointer/pointed-at-mine.tsx';
import { CallControls } from './call-controls.tsx';
import { CallStage } from './call-stage.tsx';
import { Voice } from './media-element.tsx';
import { Parties } from './parties.tsx';
import { QualityLine } from './quality-line.tsx';
import { ShortCode } from './short-code.tsx';
import { useNames } from './use-names.ts';

interface CallPanelProps {
  mesh: CallMesh;
  media: LocalMedia;
  parties: readonly Presence[];
  /** What this page's own guest is called; desk and official have their names from the hub. */
  ownName?: string;
  /** The other side's telephone, for when the line carries nothing. */
  phone: string | null;
  /** The other side's meeting elsewhere. */
  externalLink: string | null;
  onCodeCompared: (matches: boolean) => void;
  /** What stands below the list of who is there: invitations, for who may invite. */
  guests?: ReactNode;
}

/** The call: the others' pictures, one's own in a corner, how the line is, and what can be done. */
export function CallPanel({ mesh, media, parties, ownName = '', phone, externalLink, onCodeCompared, guests }: CallPanelProps) {
  const { links, sharing } = useSyncExternalStore(mesh.subscribe, mesh.snapshot);
  const local = useSyncExternalStore(media.subscribe, media.snapshot);
  const nameOf = useNames(parties, links, { party: mesh.me, name: ownName });
  const first = foremostLink(mesh.me, links);
  if (!first) return null;
  const tiles = stageOrder(mesh.me, links);
  const [large] = tiles;
  const { main } = mesh;
  const live = links.some(({ call }) => call.state.at === 'live');
  return (
    <section className="call-panel" data-state={first.call.state.at}>
      <div className="call-picture">
        <CallStage
          tiles={tiles}
          links={links}
          nameOf={nameOf}
          camera={local.camera.on ? local.camera.track : null}
          pointer={large && main && large.party === main.party && <PicturePointer key={large.line} conductor={main.conductor} on={large.line} />}
        />
        {main && <PointedAtMine conductor={main.conductor} />}
        <div className="call-lines">
          <QualityLine call={first.call} verdict={first.line?.verdict} />
          <Parties me={mesh.me} parties={parties} links={links} foremost={first.party} nameOf={nameOf} />
        </div>
        {guests}
      </div>
      {links.map(({ party, call }) => (
        <Voice key={party} track={call.remote.microphone} speaker={local.speaker} />
      ))}
      <div className="call-side">
        <DeviceTroubles media={media} />
        {live && local.microphone.on && local.microphone.track && <SilentMicrophoneAlert track={local.microphone.track} />}
        {mesh.main && <ShortCode code={first.call.code} onCompared={onCodeCompared} />}
        <CallControls mesh={mesh} media={media} call={first.call} sharing={sharing} local={local} phone={phone} externalLink={externalLink} />
        <ChatPanel book={mesh.chat} />
      </div>
    </section>
  );
}
