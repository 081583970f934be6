import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { spokenLanguages, topics } from '../../shared/hub/closed-lists.ts';
import type { OfficialHubView } from '../../shared/hub/hub-views.ts';
import { TextSizeChoice } from '../desk/text-size-choice.tsx';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { formatTime } from '../ui/dates.ts';
import { useHubAction } from './hub-context.tsx';

/** Who is here, for which office, and whether calls are taken. */
export function OfficialHeader({ view }: { view: OfficialHubView }) {
  const { t } = useTranslation('official');
  const availability = useHubAction('setAvailability');
  const [asking, setAsking] = useState(false);
  const office = view.offices.find(({ id }) => id === view.officeId)?.name ?? '';
  const set = (available: boolean) => void availability.run({ available, topics: view.topics, languages: view.languages });
  return (
    <header className="official-header">
      <div className="official-who">
        <strong>{view.name}</strong>
        <span>{office}</span>
        <span>{t('sessionUntil', { time: formatTime(view.sessionUntil) })}</span>
      </div>
      <div className="official-availability">
        <Badge kind={view.available ? 'good' : 'warning'}>{t(view.available ? 'available' : 'paused')}</Badge>
        <Button busy={availability.busy} kind={view.available ? 'secondary' : 'primary'} onClick={() => set(!view.available)}>
          {t(view.available ? 'pause' : 'takeCalls')}
        </Button>
        <Button kind="quiet" icon="settings" onClick={() => setAsking(true)}>
          {t('whatICover')}
        </Button>
        <TextSizeChoice />
      </div>
      {asking && <Coverage view={view} onClose={() => setAsking(false)} />}
    </header>
  );
}

/** Topics and languages this official takes. */
function Coverage({ view, onClose }: { view: OfficialHubView; onClose: () => void }) {
  const { t } = useTranslation(['official', 'hub']);
  const save = useHubAction('setAvailability');
  const [chosenTopics, setTopics] = useState<readonly string[]>(view.topics);
  const [chosenLanguages, setLanguages] = useState<readonly string[]>(view.languages);
  const toggled = (list: readonly string[], value: string) => (list.includes(value) ? list.filter((one) => one !== value) : [...list, value]);
  const keep = async () => {
    const input = { available: view.available, topics: topics.filter((one) => chosenTopics.includes(one)), languages: spokenLanguages.filter((one) => chosenLanguages.includes(one)) };
    if ((await save.run(input)).ok) onClose();
  };
  return (
    <Dialog
      question={t('official:coverage.question')}
      onClose={onClose}
      answers={
        <>
          <Button onClick={onClose}>{t('official:cancel')}</Button>
          <Button kind="primary" busy={save.busy} onClick={() => void keep()}>
            {t('official:coverage.save')}
          </Button>
        </>
      }
    >
      <fieldset className="field">
        <legend>{t('official:coverage.topics')}</legend>
        {topics.map((topic) => (
          <Checkbox key={topic} checked={chosenTopics.includes(topic)} onChange={() => setTopics(toggled(chosenTopics, topic))}>
            {t(`hub:topic.${topic}`)}
          </Checkbox>
        ))}
      </fieldset>
      <fieldset className="field">
        <legend>{t('official:coverage.languages')}</legend>
        {spokenLanguages.map((language) => (
          <Checkbox key={language} checked={chosenLanguages.includes(language)} onChange={() => setLanguages(toggled(chosenLanguages, language))}>
            {t(`hub:language.${language}`)}
          </Checkbox>
        ))}
      </fieldset>
      {save.refusal && <p className="field-error">{t(`hub:refusal.${save.refusal}`)}</p>}
    </Dialog>
  );
}
