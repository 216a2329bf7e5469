import { browserStore } from '$lib/game/storage';
import type { Messages } from './en';
import { formatsOf, type Formats } from './formats';

/** What each language calls itself. To add one: its files beside those in English, and one line here. */
const languages = {
  en: 'English',
  fr: 'Français',
  de: 'Deutsch',
  es: 'Español',
};

export type Language = keyof typeof languages;

export const languageNames = Object.entries(languages).map(([code, name]) => ({ code: code as Language, name }));

/** The files with the texts of a part, one a language (`./bank.en.ts`), each loaded when it is asked for. */
type LanguageFiles<T> = Record<string, () => Promise<T>>;

const messageFiles = import.meta.glob<Record<string, (formats: Formats) => Messages>>('./??.ts');

function read<T>(files: LanguageFiles<T>, language: Language): Promise<T> {
  const load = Object.entries(files).find(([path]) => path.endsWith(`${language}.ts`))?.[1];
  if (!load) throw new Error(`No texts in ${language}.`);
  return load();
}

/** Changes texts before anything shows them: the gallery tries longer ones. */
let rewrite = <T>(texts: T): T => texts;

export function rewriteTexts(by: <T>(texts: T) => T): void {
  rewrite = by;
}

const storageKey = 'arena.language';
let current = $state<Language>('en');
let messages = $state.raw<Messages>();

/** Texts that are loaded together with the part of a page that shows them. */
export interface TextPart<T> {
  load: () => Promise<void>;
  texts: () => T;
}

/** Each loads its texts in a language, and returns the step that puts them in place. */
const parts: ((language: Language) => Promise<() => void>)[] = [];

export function textPart<T>(files: LanguageFiles<(formats: Formats) => T>): TextPart<T> {
  let texts = $state.raw<T>();
  let loaded: Language | null = null;
  let isListed = false;
  const fetch = async (language: Language) => {
    const define = await read(files, language);
    return () => {
      texts = rewrite(define(formatsOf(language)));
      loaded = language;
    };
  };
  return {
    load: async () => {
      if (!isListed) parts.push(fetch);
      isListed = true;
      // The language may change while its texts are on their way.
      while (loaded !== current) (await fetch(current))();
    },
    texts: () => {
      if (!texts) throw new Error('The texts of this part are not loaded.');
      return texts;
    },
  };
}

const isLanguage = (value: string | null | undefined): value is Language => value != null && value in languages;

/** The language chosen here before, else the first of the browser's that we speak, else English. */
export function preferredLanguage(kept: string | null, wanted: readonly string[]): Language {
  if (isLanguage(kept)) return kept;
  return wanted.map((tag) => tag.split('-')[0]).find(isLanguage) ?? 'en';
}

export async function useLanguage(language: Language): Promise<void> {
  const load = () => Promise.all([read(messageFiles, language), ...parts.map((part) => part(language))]);
  let [file, ...others] = await load();
  // Of a part that was asked for meanwhile, too.
  while (others.length < parts.length) [file, ...others] = await load();
  messages = rewrite(file[language]?.(formatsOf(language)));
  for (const place of others) place();
  current = language;
  document.documentElement.lang = language;
}

export async function chooseLanguage(language: Language): Promise<void> {
  await useLanguage(language);
  browserStore.write(storageKey, language);
}

export async function useBrowserLanguage(): Promise<void> {
  await useLanguage(preferredLanguage(browserStore.read(storageKey), navigator.languages));
}

export function language(): Language {
  return current;
}

/** The texts in the language in use. The root layout loads them before anything is shown. */
export function t(): Messages {
  if (!messages) throw new Error('No language is loaded.');
  return messages;
}
