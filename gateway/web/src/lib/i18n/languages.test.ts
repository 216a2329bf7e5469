import { describe, expect, it } from 'vitest';
import * as accountEn from './account.en';
import * as accountFr from './account.fr';
import * as bankEn from './bank.en';
import * as bankFr from './bank.fr';
import * as editorEn from './editor.en';
import * as editorFr from './editor.fr';
import { en } from './en';
import * as exportEn from './export.en';
import * as exportFr from './export.fr';
import * as formsEn from './forms.en';
import * as formsFr from './forms.fr';
import { formatsOf } from './formats';
import { fr } from './fr';
import * as homeworkEn from './homework.en';
import * as homeworkFr from './homework.fr';
import * as importEn from './import.en';
import * as importFr from './import.fr';
import { preferredLanguage } from './index.svelte';
import * as modesEn from './modes.en';
import * as modesFr from './modes.fr';
import * as profileEn from './profile.en';
import * as profileFr from './profile.fr';
import * as reportEn from './report.en';
import * as reportFr from './report.fr';
import * as questionsEn from './questions.en';
import * as questionsFr from './questions.fr';

const inEnglish = {
  ...accountEn,
  ...bankEn,
  ...editorEn,
  ...exportEn,
  ...formsEn,
  ...homeworkEn,
  ...importEn,
  ...modesEn,
  ...profileEn,
  ...questionsEn,
  ...reportEn,
};
const inFrench = {
  ...accountFr,
  ...bankFr,
  ...editorFr,
  ...exportFr,
  ...formsFr,
  ...homeworkFr,
  ...importFr,
  ...modesFr,
  ...profileFr,
  ...questionsFr,
  ...reportFr,
};

const languages = { en: en(formatsOf('en')), fr: fr(formatsOf('fr')) };
const parts = {
  en: [
    inEnglish.accountTexts(formatsOf('en')),
    inEnglish.bankTexts(formatsOf('en')),
    inEnglish.editorTexts(formatsOf('en')),
    inEnglish.exportTexts(formatsOf('en')),
    inEnglish.homeworkTexts(formatsOf('en')),
    inEnglish.modeTexts(formatsOf('en')),
    inEnglish.profileTexts(formatsOf('en')),
    inEnglish.questionTexts(formatsOf('en')),
    inEnglish.reportTexts(formatsOf('en')),
    inEnglish.formTexts(),
    inEnglish.importTexts(formatsOf('en')),
  ],
  fr: [
    inFrench.accountTexts(formatsOf('fr')),
    inFrench.bankTexts(formatsOf('fr')),
    inFrench.editorTexts(formatsOf('fr')),
    inFrench.exportTexts(formatsOf('fr')),
    inFrench.homeworkTexts(formatsOf('fr')),
    inFrench.modeTexts(formatsOf('fr')),
    inFrench.profileTexts(formatsOf('fr')),
    inFrench.questionTexts(formatsOf('fr')),
    inFrench.reportTexts(formatsOf('fr')),
    inFrench.formTexts(),
    inFrench.importTexts(formatsOf('fr')),
  ],
};

function emptyTexts(value: unknown, path: string): string[] {
  if (typeof value === 'string') return value.trim() === '' ? [path] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => emptyTexts(inner, `${path}.${key}`));
}

describe.each(Object.entries(languages))('%s', (name, messages) => {
  it('leaves no text empty', () => {
    expect(emptyTexts([messages, ...parts[name as 'en']], name)).toEqual([]);
  });
});

describe('numbers', () => {
  it('are written as the language writes them', () => {
    expect(languages.en.result.rank(2)).toBe('2nd place');
    expect(languages.en.result.rank(11)).toBe('11th place');
    expect([950, 0, -250].map(languages.en.result.points)).toEqual(['+950', '+0', '-250']);
    expect(languages.en.result.score(1)).toBe('1 point');
    expect(languages.en.result.time(1_234)).toBe('Answered in 1.2 s');
    expect(languages.fr.result.rank(1)).toBe('1re place');
    expect(languages.fr.result.score(0)).toBe('0 point');
    expect(languages.fr.result.time(1_234)).toBe('Répondu en 1,2\u00a0s');
  });
});

describe('the language', () => {
  it('is the one chosen, else the first of the browser’s that we speak, else English', () => {
    expect(preferredLanguage('fr', ['en'])).toBe('fr');
    expect(preferredLanguage(null, ['de-DE', 'fr-CA', 'en'])).toBe('fr');
    expect(preferredLanguage('xx', ['ja'])).toBe('en');
  });
});
