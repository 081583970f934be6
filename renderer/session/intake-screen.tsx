import { useTranslation } from 'react-i18next';
import type { Privacy } from '../../shared/session/closed-lists.ts';
import type { SessionDetail } from '../../shared/session/session-view.ts';
import { useDescription } from '../desk/desk-context.tsx';
import { paths } from '../desk/paths.ts';
import { useLeftDraft } from '../desk/use-left-draft.ts';
import { Alert } from '../ui/alert.tsx';
import { Actions, Button } from '../ui/button.tsx';
import { RefusalAlert } from '../ui/error-state.tsx';
import { Foot } from '../ui/foot.tsx';
import { Form } from '../ui/form.tsx';
import { Loading } from '../ui/loading.tsx';
import { Page } from '../ui/page.tsx';
import { PeopleAtDesk } from './people-at-desk.tsx';
import { draftOf, draftProblems } from './person-draft.ts';
import { PersonForm } from './person-form.tsx';
import { PrivacyChoice } from './privacy-choice.tsx';
import { ProceduresAtOnce } from './procedures-at-once.tsx';
import { ResidentSuggestions } from './resident-suggestions.tsx';
import { useDiscardWhenLeft } from './use-discard-when-left.ts';
import { useIntake } from './use-intake.ts';
import type { AfterIntake } from './use-intake.ts';
import { intakeForm, usePersonDraft } from './use-person-draft.ts';

/** Who is at the desk. Everything here may be skipped, and taken up again from the session. */
export function IntakeScreen({ session }: { session: SessionDetail }) {
  const left = useLeftDraft(intakeForm(session.id));
  return left === undefined ? <Loading /> : <Intake session={session} left={left} />;
}

function Intake({ session, left }: { session: SessionDetail; left: string }) {
  const { t } = useTranslation(['intake', 'session']);
  const { today } = useDescription();
  const intake = useIntake(session);
  const { draft, editing, problems, setProblems, edit, write, startAnew, forget, nothingTyped } = usePersonDraft(session, left);
  useDiscardWhenLeft(session, nothingTyped);
  const anonymous = session.privacy === 'anonymous';
  const title = editing !== undefined ? t('editTitle') : session.people.length > 0 ? t('addTitle') : undefined;
  const choosePrivacy = (privacy: Privacy) => {
    if (privacy === 'anonymous') forget();
    intake.choosePrivacy(privacy);
  };
  const save = async (goTo: AfterIntake) => {
    const found = anonymous ? {} : draftProblems(draft, today);
    setProblems(found);
    if (Object.keys(found).length === 0 && (await intake.save(draft, editing, goTo))) startAnew(draft);
  };
  return (
    <Page
      title={t('title')}
      aside={<p className="heading-note">{t('session:number', { number: session.number })}</p>}
      back={session.runs.length > 0 ? { to: paths.session(session.id), text: t('backToSession') } : { to: paths.home, text: t('backHome') }}
    >
      <div className="intake">
        <Form onSubmit={() => void save('procedures')} errors={problems}>
          <PrivacyChoice value={session.privacy} onChange={choosePrivacy} />
          <PeopleAtDesk
            people={session.people}
            editing={editing}
            onEdit={(person) => edit(person.id, draftOf(person, today))}
            onRemove={(person) => intake.remove(person.id)}
          />
          {anonymous ? (
            <Alert kind="info">{t('anonymousNote')}</Alert>
          ) : (
            <PersonForm key={editing ?? session.people.length} draft={draft} onChange={write} problems={problems} title={title} />
          )}
          <Foot>
            <RefusalAlert refusal={intake.refusal} />
            <Actions left={editing !== undefined && <Button onClick={() => startAnew()}>{t('cancelEdit')}</Button>}>
              {!anonymous && (
                <Button busy={intake.busy} icon={editing === undefined ? 'plus' : 'check'} onClick={() => void save('people')}>
                  {editing === undefined ? t('saveAndAdd') : t('save')}
                </Button>
              )}
              <Button kind="primary" submit busy={intake.busy} icon="arrowRight">
                {anonymous ? t('continueAnonymous') : t('continue')}
              </Button>
            </Actions>
          </Foot>
        </Form>
        <div className="intake-side">
          {!anonymous && draft.residentId === undefined && <ResidentSuggestions draft={draft} onPick={write} />}
          <ProceduresAtOnce busy={intake.busy} onPick={(procedure) => void save({ procedure })} />
        </div>
      </div>
    </Page>
  );
}
