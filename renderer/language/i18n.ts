import i18next from 'i18next';
import type { BackendModule } from 'i18next';
import { initReactI18next } from 'react-i18next';
import desk from '../../resources/locales/it/desk.json';
import ui from '../../resources/locales/it/ui.json';
import './texts.ts';

const files = import.meta.glob<object>('../../resources/locales/*/*.json', { import: 'default' });

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
 * line). The frame's own words are in the first bundle; every other namespace is its own small file.
 */
export async function startTexts(): Promise<void> {
  await i18next
    .use(filesOfTexts)
    .use(initReactI18next)
    .init({
      lng: 'it',
      fallbackLng: 'it',
      ns: ['ui', 'desk'],
      defaultNS: 'ui',
      resources: { it: { ui, desk } },
      partialBundledLanguages: true,
      interpolation: { escapeValue: false },
      returnNull: false,
    });
}
