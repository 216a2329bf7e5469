import type { Option, Question, QuestionType } from '$lib/contract';
import { t } from '$lib/i18n/index.svelte';
import { literal } from '$lib/text/spans';
import type { DocumentOf } from './draft-type';

/** A line of a question on paper: an option, an accepted answer, an item, or a pair. */
export interface DocumentLine {
  /** As an author sets texts; accepted answers and numbers are made literal. */
  text: string;
  right: boolean;
}

const right = (text: string): DocumentLine => ({ text, right: true });
const note = (text: string): DocumentLine => ({ text, right: false });
const ofOptions = ({ options }: { options: readonly Option[] }) =>
  options.map(({ label, correct }) => ({ text: label, right: correct }));
const ofNumber = ({ value, tolerance, unit }: { value: number; tolerance: number; unit?: string }) => [
  right(
    literal(
      [t().format.value(value), tolerance > 0 ? `± ${t().format.value(tolerance)}` : '', unit]
        .filter(Boolean)
        .join(' '),
    ),
  ),
];

type Table = { [K in QuestionType]: (document: DocumentOf<K>) => readonly DocumentLine[] };

const table: Table = {
  singleChoice: ofOptions,
  trueFalse: ofOptions,
  multipleChoice: ofOptions,
  poll: ofOptions,
  typedAnswer: ({ accepted }) => accepted.map((text) => right(literal(text))),
  number: ofNumber,
  slider: ofNumber,
  order: ({ items }) => items.map((item, index) => right(`${t().format.number(index + 1)}. ${item}`)),
  match: ({ pairs }) => pairs.map((pair) => right(`${pair.left} – ${pair.right}`)),
  pin: ({ media }) => (media?.alt ? [note(literal(media.alt))] : []),
  rating: ({ steps, low, high }) => [
    note(literal([t().format.number(1), low, '…', t().format.number(steps), high].filter(Boolean).join(' '))),
  ],
  wordCloud: () => [],
  openText: () => [],
  slide: ({ body }) => [note(body)],
};

/** A question on paper: its options, or its right answers. */
export const linesOf = (document: Question): readonly DocumentLine[] =>
  (table[document.type] as (document: Question) => readonly DocumentLine[])(document);
