import type { QuizErrorCode } from '$lib/contract';

// Texts as the server compares, checks and stores them.

const lineEndings = /\r\n|[\r\f\u0085\u2028\u2029]/g;
const damaged = /[\uFFFD\uFFFE]|\p{Cs}/u;
const forbidden = /[\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]/u;
const visible = /[^\p{Zs}\p{Cc}\p{Cf}\p{Mn}\p{Me}\p{Cn}\u115F\u1160\u3164\uFFA0\u2800]/u;

/** A text as the server stores it: composed, trimmed, and on one line with single spaces unless it may have several lines. */
export function normalised(text: string, lines: boolean): string {
  const composed = text.replace(lineEndings, '\n').replaceAll('\t', ' ').normalize('NFC');
  return lines ? composed.replace(/[^\S\n]+$/gm, '').trim() : composed.trim().replace(/\s+/g, ' ');
}

// Invisible signs, and letters of another script and quotes that look the same: as the server compares labels.
const invisible = /[\p{Cf}\u034F\uFE00-\uFE0F]|[\u{E0100}-\u{E01EF}]/gu;
const twins = 'ΑΒΕΖΗΙΚΜΝΟΡΤΥΧοАВЕЅІЈКМНОРСТХаеосрхуіјѕ‘’ʼ“”\u2010\u2011\u2212';
const latin = `ABEZHIKMNOPTYXoABESIJKMHOPCTXaeocpxyijs'''""---`;
const stacked = /\p{M}{31}/u;

/** How a label looks on a screen: two with the same look cannot be distinguished. */
export const lookOf = (label: string) =>
  Array.from(normalised(label, false).replace(invisible, ''), (sign) => latin[twins.indexOf(sign)] ?? sign).join('');

/** The fault of a text, or null. */
export function textFault(text: string, maxLength: number, lines: boolean): QuizErrorCode | null {
  if (text.length > 4 * maxLength) return 'tooLong';
  const unified = text.replace(lineEndings, '\n').replaceAll('\t', ' ');
  const checked = lines ? unified.replaceAll('\n', ' ') : unified;
  if (damaged.test(checked)) return 'damagedText';
  if (forbidden.test(checked)) return 'controlCharacter';
  if (stacked.test(checked)) return 'stackedMarks';
  if (!visible.test(checked)) return 'empty';
  return normalised(text, lines).length > maxLength ? 'tooLong' : null;
}

/** A line as players will see it, or an ellipsis for one that is not written yet. */
export const shownText = (text: string): string => normalised(text, false) || '…';
