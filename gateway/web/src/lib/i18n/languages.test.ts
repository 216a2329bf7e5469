import { describe, expect, it } from 'vitest';
import { en } from './en';
import { formatsOf, type Formats } from './formats';
import { fr } from './fr';
import { languageNames, preferredLanguage } from './index.svelte';

type Define = (formats: Formats) => unknown;

const files = import.meta.glob<Record<string, Define>>(['./??.ts', './*.??.ts'], { eager: true });
const english = Object.keys(files).filter((path) => path.endsWith('en.ts'));

/** The texts of a file, by the path of each. A text that is made of values is a function. */
function textsIn(path: string, language: string): Map<string, unknown> {
  const texts = new Map<string, unknown>();
  const collect = (value: unknown, key: string): void => {
    if (typeof value !== 'object' || value === null) texts.set(key, value);
    else for (const [name, inner] of Object.entries(value)) collect(inner, `${key}.${name}`);
  };
  for (const define of Object.values(files[path] ?? {})) collect(define(formatsOf(language)), '');
  return texts;
}

const inLanguage = (path: string, language: string) => path.replace(/en\.ts$/, `${language}.ts`);

describe.each(languageNames)('$name', ({ code }) => {
  it('has a file for each in English, and no other', () => {
    const own = Object.keys(files).filter((path) => path.endsWith(`${code}.ts`));
    expect(own.sort()).toEqual(english.map((path) => inLanguage(path, code)).sort());
  });

  it.each(english)('has the texts of %s, and leaves none empty', (path) => {
    const texts = textsIn(inLanguage(path, code), code);
    expect([...texts.keys()].sort()).toEqual([...textsIn(path, 'en').keys()].sort());
    expect([...texts].filter(([, text]) => typeof text === 'string' && text.trim() === '')).toEqual([]);
  });
});

describe('the files', () => {
  it('are all of a language that can be chosen', () => {
    const codes: string[] = languageNames.map(({ code }) => code);
    const suffixes = Object.keys(files).map((path) => path.slice(-'en.ts'.length, -'.ts'.length));
    expect(suffixes.filter((code) => !codes.includes(code))).toEqual([]);
  });
});

describe('numbers', () => {
  const [english, french] = [en(formatsOf('en')), fr(formatsOf('fr'))];

  it('are written as the language writes them', () => {
    expect(english.result.rank(2)).toBe('2nd place');
    expect(english.result.rank(11)).toBe('11th place');
    expect([950, 0, -250].map(english.result.points)).toEqual(['+950', '+0', '-250']);
    expect(english.result.score(1)).toBe('1 point');
    expect(english.result.time(1_234)).toBe('Answered in 1.2 s');
    expect(french.result.rank(1)).toBe('1re place');
    expect(french.result.score(0)).toBe('0 point');
    expect(french.result.time(1_234)).toBe('Répondu en 1,2\u00a0s');
  });
});

describe('the language', () => {
  it('is the one chosen, else the first of the browser’s that we speak, else English', () => {
    expect(preferredLanguage('fr', ['en'])).toBe('fr');
    expect(preferredLanguage(null, ['ja-JP', 'fr-CA', 'en'])).toBe('fr');
    expect(preferredLanguage('xx', ['ja'])).toBe('en');
  });
});
