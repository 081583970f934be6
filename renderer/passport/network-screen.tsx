import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HubLinkView } from '../../shared/desk/hub-link-view.ts';
import type { NetworkPassport, PassportResult } from '../../shared/session/network-passport.ts';
import { holdsCall } from '../../shared/session/passport-plan.ts';
import { useDeskAction, useDeskQuery } from '../desk/desk-context.tsx';
import { paths } from '../desk/paths.ts';
import { Alert } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { RefusalAlert } from '../ui/error-state.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Page } from '../ui/page.tsx';
import { PassportProgressBox } from './passport-progress.tsx';
import { PassportSheet } from './passport-sheet.tsx';
import { PassportWeek } from './passport-week.tsx';
import { usePassport } from './use-passport.ts';
import './passport.css';

/** The network passport: one minute of tests, what each day of the week brought, and what to tell the technician. */
export default function NetworkScreen() {
  const hub = useDeskQuery('readHub', {});
  const passports = useDeskQuery('listPassports', {});
  return (
    <Loaded wholePage query={hub}>
      {(view) => (
        <Loaded wholePage query={passports}>
          {(kept) => <NetworkPage hub={view} kept={kept} />}
        </Loaded>
      )}
    </Loaded>
  );
}

function NetworkPage({ hub, kept }: { hub: HubLinkView; kept: readonly NetworkPassport[] }) {
  const { t } = useTranslation('passport');
  const save = useDeskAction('savePassport');
  const [chosen, setChosen] = useState<number>();
  const [unsaved, setUnsaved] = useState<NetworkPassport>();
  const inCall = holdsCall(hub);
  const keep = async (results: readonly PassportResult[]) => {
    const reply = await save.run({ results });
    setUnsaved(reply.ok ? undefined : { weekday: 0, at: new Date().toISOString(), results });
    if (reply.ok) setChosen(reply.value.weekday);
  };
  const show = (weekday: number) => {
    setUnsaved(undefined);
    setChosen(weekday);
  };
  const { progress, start, cancel } = usePassport(inCall, (results) => void keep(results));
  const shown = unsaved ?? kept.find(({ weekday }) => weekday === chosen) ?? kept.toSorted((a, b) => a.at.localeCompare(b.at)).at(-1);
  const resting = progress === undefined && !save.busy;
  return (
    <Page title={t('title')} lead={t('lead')} back={{ to: paths.home, text: t('back') }}>
      {inCall && <Alert kind="info">{t('inCall')}</Alert>}
      {progress && <PassportProgressBox progress={progress} onCancel={cancel} />}
      {resting && (
        <div className="passport-start no-print">
          {!inCall && (
            <Button kind="primary" icon="refresh" onClick={() => start(hub)}>
              {t('start')}
            </Button>
          )}
          {shown && (
            <Button icon="print" onClick={() => window.print()}>
              {t('print')}
            </Button>
          )}
        </div>
      )}
      <RefusalAlert refusal={save.refusal} />
      {resting && shown && <PassportSheet passport={shown} />}
      {resting && <PassportWeek passports={kept} shown={shown} onShow={show} />}
    </Page>
  );
}
