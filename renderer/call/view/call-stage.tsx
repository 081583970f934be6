import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallSnapshot } from '../call-snapshot.ts';
import type { LinkSnapshot } from '../mesh/mesh-link.ts';
import type { Tile } from '../mesh/stage-order.ts';
import { Picture } from './media-element.tsx';

interface CallStageProps {
  tiles: readonly Tile[];
  links: readonly LinkSnapshot[];
  nameOf: (party: Tile['party']) => string;
  /** One's own picture, while the camera is on. */
  camera: MediaStreamTrack | null;
  /** Over the large picture, where one may point at it. */
  pointer: ReactNode;
}

/** The pictures of a call: one large with one's own in its corner, the others in a row below it. */
export function CallStage({ tiles, links, nameOf, camera, pointer }: CallStageProps) {
  const { t } = useTranslation('call');
  const linkOf = (tile: Tile | undefined) => links.find(({ party }) => party === tile?.party);
  const [large, ...others] = tiles;
  const first = linkOf(large);
  const several = links.length > 1;
  return (
    <>
      <div className="call-stage">
        {large && first && <Remote tile={large} call={first.call} name={several ? nameOf(large.party) : undefined} className="call-remote" />}
        {large && first && shows(large, first.call) && pointer}
        {large && first && !shows(large, first.call) && <StageWords call={first.call} />}
        {several && large && <p className="call-name">{nameOf(large.party)}</p>}
        {camera && <Picture track={camera} label={t('mine')} mirrored className="call-own" />}
      </div>
      {others.length > 0 && (
        <ul className="call-others" aria-label={t('others')}>
          {others.map((tile) => {
            const link = linkOf(tile);
            return link && <SmallTile key={tile.party} tile={tile} call={link.call} name={nameOf(tile.party)} />;
          })}
        </ul>
      )}
    </>
  );
}

const shows = ({ line }: Tile, { state, theirs }: CallSnapshot): boolean => state.at === 'live' && (line === 'screen' || theirs?.camera !== false);

function Remote({ tile, call, name, className }: { tile: Tile; call: CallSnapshot; name: string | undefined; className: string }) {
  const { t } = useTranslation('call');
  const what = t(tile.line === 'screen' ? 'theirScreen' : 'theirPicture');
  return <Picture track={call.remote[tile.line]} label={name === undefined ? what : `${name}: ${what}`} className={className} />;
}

function SmallTile({ tile, call, name }: { tile: Tile; call: CallSnapshot; name: string }) {
  const { t } = useTranslation('call');
  const why = call.state.at !== 'live' ? t(`tile.${call.state.at}`) : t(call.theirs?.camera === false ? 'tile.cameraOff' : 'tile.soundOnly');
  return (
    <li className="call-tile" data-size={tile.size} data-party={tile.party} data-state={call.state.at}>
      <div className="call-tile-picture">
        <Remote tile={tile} call={call} name={name} className="call-remote-small" />
        {!shows(tile, call) && <output className="call-words">{why}</output>}
      </div>
      <span className="call-tile-name">{name}</span>
    </li>
  );
}

/** In the picture's place while there is none: why. */
function StageWords({ call: { state, theirs } }: { call: CallSnapshot }) {
  const { t } = useTranslation('call');
  const words = state.at === 'live' ? t(theirs?.camera === false ? 'stage.cameraOff' : 'stage.soundOnly') : state.at === 'over' ? t(`over.${state.reason}`) : t(`stage.${state.at}`);
  return <output className="call-words">{words}</output>;
}
