import { describe, expect, it } from 'vitest';
import { textsIn } from './source-texts';

const sources = (files: Record<string, string>) => Object.values(files).flatMap(textsIn);
const french = sources(import.meta.glob(['./fr.ts', './*.fr.ts'], { query: '?raw', import: 'default', eager: true }));
const spanish = sources(import.meta.glob(['./es.ts', './*.es.ts'], { query: '?raw', import: 'default', eager: true }));

describe('French', () => {
  /** A sign that stands apart from the word before it, or a quotation mark, without the space that no line breaks at. */
  const loose = /(?:^|[^\u00a0\u202f])[;!?»]|(?:^|[^\u00a0\u202f\d]):|«(?!\u00a0)/;

  it('puts a no-break space before : ; ! ? and inside « »', () => {
    expect(french.length).toBeGreaterThan(400);
    expect(french.filter((text) => loose.test(text))).toEqual([]);
  });
});

describe('Spanish', () => {
  const count = (text: string, sign: string) => text.split(sign).length - 1;
  const isOpened = (text: string) =>
    count(text, '¿') === count(text, '?') &&
    count(text, '¡') === count(text, '!') &&
    count(text, '«') === count(text, '»');

  it('opens every question, exclamation and quotation', () => {
    expect(spanish.length).toBeGreaterThan(400);
    expect(spanish.filter((text) => !isOpened(text))).toEqual([]);
  });

  it('quotes with « », without spaces inside', () => {
    expect(spanish.filter((text) => /["“”„'’]|«\s|\s»/.test(text))).toEqual([]);
  });

  it('puts a no-break space between a number and % or a unit', () => {
    expect(spanish.filter((text) => /[\d#][^\S\u00a0]*(?:%|(?:s|ms|min|kB|MB|XP)(?![\p{L}]))/u.test(text))).toEqual([]);
  });

  it('has one word for a quiz and one for a player', () => {
    expect(spanish.filter((text) => /\b(?:quiz|quizzes|test|jugador|jugadores)(?!\p{L})/iu.test(text))).toEqual([]);
  });
});
