import { describe, expect, it } from 'vitest';
import { textsIn } from './source-texts';

const sources = import.meta.glob<string>(['./??.ts', './*.??.ts'], { query: '?raw', import: 'default', eager: true });

const textsOf = (language: string) =>
  Object.entries(sources)
    .filter(([path]) => path.endsWith(`${language}.ts`))
    .flatMap(([, code]) => textsIn(code));

/** What each language never writes. */
const wrong: Record<string, [rule: string, pattern: RegExp][]> = {
  fr: [
    [
      'puts a no-break space before : ; ! ? and inside « »',
      /(?:^|[^\u00a0\u202f])[;!?»]|(?:^|[^\u00a0\u202f\d]):|«(?!\u00a0)/,
    ],
  ],
  de: [
    ['quotes „like this“', /["”«»‟]|„[\s\u00a0]|[\s\u00a0]“/],
    ['puts a no-break space between a number and its unit', /(?:^|\d) ?(?:%|(?:s|ms|min|KB|MB|XP)(?![\p{L}\d]))/u],
    ['puts a no-break space inside abbreviations', /\p{L}\. ?\p{L}\./u],
    ['puts a no-break space before …', /[^\u00a0\s]…|[^,] …/],
    ['uses a dash for a dash', / - /],
  ],
  es: [
    ['quotes «like this», without spaces inside', /["“”„'’]|«\s|\s»/],
    [
      'puts a no-break space between a number and % or a unit',
      /[\d#][^\S\u00a0]*(?:%|(?:s|ms|min|kB|MB|XP)(?![\p{L}]))/u,
    ],
    ['has one word for a quiz and one for a player', /\b(?:quiz|quizzes|test|jugador|jugadores)(?!\p{L})/iu],
  ],
};

describe.each(Object.keys(wrong))('in %s, a text', (language) => {
  it.each(wrong[language] ?? [])('%s', (_, pattern) => {
    const texts = textsOf(language);
    expect(texts.length).toBeGreaterThan(400);
    expect(texts.filter((text) => pattern.test(text))).toEqual([]);
  });
});

describe('German', () => {
  it('closes the quotation marks that it opens', () => {
    const signs = textsOf('de').join('');
    expect(signs.match(/„/g)?.length).toBe(signs.match(/“/g)?.length);
  });
});

describe('Spanish', () => {
  it('opens every question, exclamation and quotation', () => {
    const count = (text: string, sign: string) => text.split(sign).length - 1;
    const isOpened = (text: string) =>
      [...['¿?', '¡!', '«»']].every(([open = '', close = '']) => count(text, open) === count(text, close));
    expect(textsOf('es').filter((text) => !isOpened(text))).toEqual([]);
  });
});
