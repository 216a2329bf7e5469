/** A part of a text that an author wrote: as it is, or set in some way. */
export type Span =
  | { readonly kind: 'text' | 'code' | 'formula' | 'display'; readonly text: string }
  | { readonly kind: 'emphasis'; readonly spans: readonly Span[] }
  | { readonly kind: 'strong'; readonly spans: readonly Span[] }
  | { readonly kind: 'break' };

/** A run of asterisks, or an underscore. Those that find no partner are text. */
interface Run {
  readonly sign: '*' | '_';
  readonly opens: boolean;
  readonly closes: boolean;
  left: number;
  /** The pairs that end and begin here, outermost last and first: 1 for emphasis, 2 for strong. */
  readonly ends: number[];
  readonly begins: number[];
}

/** How much was done for a text, for tests: it grows with its length and no faster. */
export interface Work {
  steps: number;
}

/** How deep emphasis may be nested; deeper signs are text. */
export const maxDepth = 6;

const signs = /[*_`$\\\n]/;
const token = /\\[*_`$]|`+|\$+|\*+|_+|\n|[^*_`$\\\n]+|\\/y;
/** What stands within code, by its fence: no run of backticks of that length. */
const fences: Readonly<Record<string, RegExp>> = { '`': /(?:[^`]|``+)+/y, '``': /(?:[^`]|`(?!`)|`{3,})+/y };
const formula = /(?:\\.|[^\\$\n])+/y;
/** What follows the dollar of a shell's variable or of a price, as in ${HOME} or $5 to 10$. */
const noFormula = /^(?:\{|\d[\d.,]*\s+\p{L})/u;
const display = /(?:\\[^]|[^\\$]|\$(?!\$))+/y;
const space = /\s/;
const mark = /[\p{P}\p{S}]/u;
/** Writing that puts spaces between words: a sign within one of its words is no emphasis, as in 2*3*4 or snake_case. */
const word = /[\p{N}\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/u;

/**
 * Reads Markdown's inline signs: emphasis as CommonMark's flanking rules have it, code, and formulas between dollars as Pandoc reads them,
 * but for names and prices that are more usual in quizzes: __init__, $a$b, ${a}${b} and $5 to 10$ stay. Nothing else is a sign, so that any text is shown, and one without pairs of signs as it was written.
 */
export function spansOf(text: string, work: Work = { steps: 0 }): readonly Span[] {
  if (!signs.test(text)) return text === '' ? [] : [{ kind: 'text', text }];
  const pieces = piecesOf(text, work);
  pair(
    pieces.filter((piece) => 'sign' in piece),
    work,
  );
  return nested(pieces, work);
}

/** A text without its signs: for names, announcements and tables. A formula is its TeX. */
export const plain = (text: string): string => plainOf(spansOf(text));

/** A text in which nothing is a sign: of a player, or of an answer that is compared letter by letter. */
export const literal = (text: string): string => text.replace(/[*_`$]/g, '\\$&');

const plainOf = (spans: readonly Span[]): string =>
  spans.map((span) => (span.kind === 'break' ? '\n' : 'spans' in span ? plainOf(span.spans) : span.text)).join('');

function piecesOf(text: string, work: Work): (Span | Run)[] {
  const pieces: (Span | Run)[] = [];
  let at = 0;

  function take(pattern: RegExp, from: number): string {
    pattern.lastIndex = from;
    const found = pattern.exec(text)?.[0] ?? '';
    work.steps += found.length + 1;
    return found;
  }

  /** The code, formula or run that begins here, and where it ends. */
  function read(found: string): [Span | Run, number] | null {
    const from = at + found.length;
    const fence = fences[found];
    if (fence) {
      const source = take(fence, from);
      const end = from + source.length;
      return end === text.length ? null : [{ kind: 'code', text: codeOf(source) }, end + found.length];
    }
    if (found === '$') {
      const source = take(formula, from);
      const end = from + source.length;
      const isFormula =
        text[end] === '$' &&
        source !== '' &&
        source === source.trim() &&
        !noFormula.test(source) &&
        !word.test(text[end + 1] ?? '');
      return isFormula ? [{ kind: 'formula', text: source }, end + 1] : null;
    }
    if (found === '$$') {
      const source = take(display, from);
      const end = from + source.length;
      return text[end] === '$' && source.trim() !== '' ? [{ kind: 'display', text: source.trim() }, end + 2] : null;
    }
    if (/^(?:\*{1,3}|_)$/.test(found)) return [runOf(text, at, found), from];
    return null;
  }

  while (at < text.length) {
    const found = take(token, at);
    const [piece, end] =
      found === '\n'
        ? [{ kind: 'break' } as const, at + 1]
        : (read(found) ?? [
            { kind: 'text', text: found.length === 2 && found[0] === '\\' ? found.slice(1) : found } as const,
            at + found.length,
          ]);
    pieces.push(piece);
    at = end;
  }
  return pieces;
}

/** Code is on one line, and a space at both ends keeps backticks apart from the fence. */
function codeOf(source: string): string {
  const code = source.replaceAll('\n', ' ');
  return code.startsWith(' ') && code.endsWith(' ') && code.trim() !== '' ? code.slice(1, -1) : code;
}

function runOf(text: string, at: number, found: string): Run {
  const end = at + found.length;
  const before = [...text.slice(Math.max(0, at - 2), at)].at(-1) ?? ' ';
  const after = [...text.slice(end, end + 2)][0] ?? ' ';
  const isLeft = !space.test(after) && (!mark.test(after) || space.test(before) || mark.test(before));
  const isRight = !space.test(before) && (!mark.test(before) || space.test(after) || mark.test(after));
  const sign = found.startsWith('*') ? '*' : '_';
  const within = sign === '*' && word.test(before) && word.test(after);
  return {
    sign,
    opens: isLeft && !within && (sign === '*' || !isRight || mark.test(before)),
    closes: isRight && !within && (sign === '*' || !isLeft || mark.test(after)),
    left: found.length,
    ends: [],
    begins: [],
  };
}

/** Finds the pairs: each run closes the nearest one before it that has its sign. Runs between the two stay text. */
function pair(runs: readonly Run[], work: Work): void {
  const open: Run[] = [];
  const bySign = { '*': [] as Run[], _: [] as Run[] };
  for (const run of runs) {
    work.steps++;
    while (run.closes && run.left > 0) {
      const opener = bySign[run.sign].at(-1);
      if (!opener) break;
      work.steps++;
      for (let last = open.at(-1); last && last !== opener; last = open.at(-1)) {
        work.steps++;
        open.pop();
        bySign[last.sign].pop();
      }
      const width = Math.min(opener.left, run.left, 2);
      opener.left -= width;
      opener.begins.unshift(width);
      run.left -= width;
      run.ends.push(width);
      if (opener.left > 0) continue;
      open.pop();
      bySign[run.sign].pop();
    }
    if (!run.opens || run.left === 0) continue;
    open.push(run);
    bySign[run.sign].push(run);
  }
}

/** The tree: pairs within pairs, up to a depth. */
function nested(pieces: readonly (Span | Run)[], work: Work): readonly Span[] {
  const root: Span[] = [];
  const open: { into: Span[]; isShown: boolean }[] = [];
  let into = root;
  let depth = 0;

  function add(text: string) {
    const last = into.at(-1);
    if (text === '') return;
    if (last?.kind === 'text') into[into.length - 1] = { kind: 'text', text: last.text + text };
    else into.push({ kind: 'text', text });
  }

  for (const piece of pieces) {
    work.steps++;
    if ('kind' in piece) {
      if (piece.kind === 'text') add(piece.text);
      else into.push(piece);
      continue;
    }
    for (const width of piece.ends) {
      const spans = into;
      const { into: outer, isShown } = open.pop() ?? { into: root, isShown: false };
      into = outer;
      if (isShown) {
        depth--;
        into.push({ kind: width === 2 ? 'strong' : 'emphasis', spans });
      } else add(piece.sign.repeat(width));
    }
    add(piece.sign.repeat(piece.left));
    for (const width of piece.begins) {
      const isShown = depth < maxDepth;
      if (!isShown) add(piece.sign.repeat(width));
      open.push({ into, isShown });
      if (!isShown) continue;
      depth++;
      into = [];
    }
  }
  return root;
}
