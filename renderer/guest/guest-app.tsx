import { useState, useSyncExternalStore } from 'react';
import type { HubLine } from '../../shared/hub/hub-line.ts';
import type { GuestHubView } from '../../shared/hub/hub-views.ts';
import { LocalMedia } from '../call/devices/local-media.ts';
import { Loading } from '../ui/loading.tsx';
import { GuestCall } from './guest-call.tsx';
import { Invitation } from './invitation.tsx';
import { Over } from './over.tsx';
import { overReason } from './over-reason.ts';

/** A guest's page: the invitation with the devices, then the call, then why it is over. */
export function GuestApp({ line }: { line: HubLine<GuestHubView> }) {
  const connection = useSyncExternalStore(line.subscribe, line.connection);
  const view = useSyncExternalStore(line.subscribe, line.view);
  const [media] = useState(() => new LocalMedia());
  const [name, setName] = useState<string>();
  const [left, setLeft] = useState(false);
  const reason = left ? 'left' : overReason(connection, view);
  if (reason !== undefined) return <Over reason={reason} media={media} />;
  if (!view?.call) return <Loading />;
  if (name === undefined) return <Invitation call={view.call} role={view.role} media={media} join={setName} />;
  const leave = () => {
    setLeft(true);
    void line.call('leave', {});
  };
  return <GuestCall line={line} call={view.call} me={view.party} name={name} media={media} hubUp={connection.at === 'open'} leave={leave} />;
}
