import type account from '../../resources/locales/it/account.json';
import type call from '../../resources/locales/it/call.json';
import type closing from '../../resources/locales/it/closing.json';
import type consultation from '../../resources/locales/it/consultation.json';
import type desk from '../../resources/locales/it/desk.json';
import type home from '../../resources/locales/it/home.json';
import type guest from '../../resources/locales/it/guest.json';
import type hub from '../../resources/locales/it/hub.json';
import type intake from '../../resources/locales/it/intake.json';
import type official from '../../resources/locales/it/official.json';
import type papers from '../../resources/locales/it/papers.json';
import type passport from '../../resources/locales/it/passport.json';
import type procedure from '../../resources/locales/it/procedure.json';
import type records from '../../resources/locales/it/records.json';
import type session from '../../resources/locales/it/session.json';
import type setup from '../../resources/locales/it/setup.json';
import type supervisor from '../../resources/locales/it/supervisor.json';
import type takeHome from '../../resources/locales/it/take-home.json';
import type training from '../../resources/locales/it/training.json';
import type trouble from '../../resources/locales/it/trouble.json';
import type ui from '../../resources/locales/it/ui.json';

/** Every namespace of texts: a key that is not in its Italian file does not compile. A new feature adds its lines. */
interface Texts {
  account: typeof account;
  call: typeof call;
  closing: typeof closing;
  consultation: typeof consultation;
  desk: typeof desk;
  home: typeof home;
  guest: typeof guest;
  hub: typeof hub;
  intake: typeof intake;
  official: typeof official;
  papers: typeof papers;
  passport: typeof passport;
  procedure: typeof procedure;
  records: typeof records;
  session: typeof session;
  setup: typeof setup;
  supervisor: typeof supervisor;
  'take-home': typeof takeHome;
  training: typeof training;
  trouble: typeof trouble;
  ui: typeof ui;
}

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'ui';
    resources: Texts;
  }
}
