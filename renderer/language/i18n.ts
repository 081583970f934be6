import i18next from 'i18next';
import type { BackendModule } from 'i18next';
import { initReactI18next } from 'react-i18next';
import account from '../../resources/locales/it/account.json';
import desk from '../../resources/locales/it/desk.json';
import training from '../../resources/locales/it/training.json';
import ui from '../../resources/locales/it/ui.json';
import './texts.ts';

/** Words of the other screens; those of the host and the scripts stay there. */
const files = import.meta.glob<object>(
  ['../../resources/locales/*/*.json', '!../../resources/locales/it/{account,desk,training,ui}.json', '!**/{commands,procedure-problems,refusals,start}.json'],
  { import: 'default' },
);

/** Reads a namespace's file when a screen first asks for it; meanwhile the nearest Suspense shows that it loads. */
const filesOfTexts: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read: async (language: string, namespace: string) => {
    const load = files[`../../resources/locales/${language}/${namespace}.json`];
    if (!load) throw new Error(`no texts for ${namespace} in ${language}`);
    return load();
  },
};

/**
 * The words of the screens. In a component: `const { t } = useTranslation('home')`, then `t('newSession')`; keys are
 * checked by the compiler against `resources/locales/it/<namespace>.json` (see texts.ts, where a new namespace adds its
 * line). The words of the frame and of the door are in the first bundle; every other namespace is its own small file.
 */
export async function startTexts(): Promise<void> {
  await i18next
    .use(filesOfTexts)
    .use(initReactI18next)
    .init({
      lng: 'it',
      fallbackLng: 'it',
      ns: ['ui', 'desk', 'account', 'training'],
      defaultNS: 'ui',
      resources: { it: { ui, desk, account, training } },
      partialBundledLanguages: true,
      interpolation: { escapeValue: false },
      returnNull: false,
    });
}

/** Reads the words of every screen before anybody asks for them. */
export const fetchWordsAhead = (): Promise<void> => i18next.loadNamespaces(Object.keys(files).flatMap((path) => /\/it\/([^/]+)\.json$/.exec(path)?.[1] ?? []));
