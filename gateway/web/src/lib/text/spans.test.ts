import { describe, expect, it } from 'vitest';
import { literal, maxDepth, plain, spansOf, type Span } from './spans';

/** The tree in short: <b>, <i>, <c> for code, <f> for a formula, <d> for one on its own line, / for a break. */
const short = (spans: readonly Span[]): string =>
  spans
    .map((span) => {
      switch (span.kind) {
        case 'text':
          return span.text;
        case 'break':
          return '/';
        case 'emphasis':
          return `<i>${short(span.spans)}</i>`;
        case 'strong':
          return `<b>${short(span.spans)}</b>`;
        default:
          return `<${span.kind[0]}>${span.text}</${span.kind[0]}>`;
      }
    })
    .join('');

const shown = (text: string) => short(spansOf(text));

describe('signs that are read', () => {
  it.each([
    ['*a*', '<i>a</i>'],
    ['_a_', '<i>a</i>'],
    ['**a**', '<b>a</b>'],
    ['***a***', '<i><b>a</b></i>'],
    ['***a** b*', '<i><b>a</b> b</i>'],
    ['***a* b**', '<b><i>a</i> b</b>'],
    ['*a **b** c*', '<i>a <b>b</b> c</i>'],
    ['**a _b_ c**', '<b>a <i>b</i> c</b>'],
    ['**a*', '*<i>a</i>'],
    ['*a**', '<i>a</i>*'],
    ['*a _b* c_', '<i>a _b</i> c_'],
    ['(*a*), "*b*"', '(<i>a</i>), "<i>b</i>"'],
    ['这是**重要**的', '这是<b>重要</b>的'],
    ['**👍**', '<b>👍</b>'],
    ['`a*b*`', '<c>a*b*</c>'],
    ['``a`b``', '<c>a`b</c>'],
    ['`` `a` ``', '<c>`a`</c>'],
    ['`a\\`', '<c>a\\</c>'],
    ['`a\nb`', '<c>a b</c>'],
    ['*a `*` b*', '<i>a <c>*</c> b</i>'],
    ['a\nb', 'a/b'],
    ['*a\nb*', '<i>a/b</i>'],
    ['$x^2$', '<f>x^2</f>'],
    ['so $a$, $b$.', 'so <f>a</f>, <f>b</f>.'],
    ['$a*b*c$', '<f>a*b*c</f>'],
    ['*$x_1$*', '<i><f>x_1</f></i>'],
    ['$a \\$ b$', '<f>a \\$ b</f>'],
    ['$a \\\\$', '<f>a \\\\</f>'],
    ['$2x + 1$, $5 \\cdot 3$, $2.5$', '<f>2x + 1</f>, <f>5 \\cdot 3</f>, <f>2.5</f>'],
    ['设$x$是', '设<f>x</f>是'],
    ['echo $a$b$', 'echo $a<f>b</f>'],
    ['$$ x $$', '<d>x</d>'],
    ['$$a\n+ b$$', '<d>a\n+ b</d>'],
    ['$$a$b$$', '<d>a$b</d>'],
  ])('%j is %j', (text, expected) => {
    expect(shown(text)).toBe(expected);
  });
});

describe('texts that stay as they were written', () => {
  it.each([
    '',
    'What is the capital of Australia?',
    'costs $5 and $10',
    '$5-$10',
    'US$ 5, or $',
    'from $5 to 10$ last',
    '$1,000.50 and more$',
    'echo $a$b',
    '$a$1',
    '${HOME}/${USER}',
    'the $n$th',
    '$ x $',
    '$x $',
    '$a',
    '$$',
    '$$ $$',
    '$$$a$$$',
    '2*3*4',
    '2 * 3 * 4',
    'a * b',
    'x*y*z',
    '2**10 and 3**2',
    'snake_case_name',
    '______ is the capital',
    '__ or __',
    'What does __init__ do?',
    '__a b__',
    '___a___',
    '*****',
    '*',
    '_',
    '* a footnote',
    '5* or 4* hotels',
    '*nix and *nux',
    '****a****',
    '`a',
    '``a`',
    'C:\\new\\*.txt'.replace('\\*', '\\n'),
    '\\\\server\\share',
    '# no heading',
    '[no link](https://example.org)',
    '<b>no tag</b>',
    '&amp;',
  ])('%j', (text) => {
    expect(spansOf(text)).toEqual(text === '' ? [] : [{ kind: 'text', text }]);
    expect(plain(text)).toBe(text);
  });
});

it.each([
  ['\\*a\\*', '*a*'],
  ['\\_a\\_', '_a_'],
  ['\\`a\\`', '`a`'],
  ['\\$a\\$', '$a$'],
  ['\\**a*', '*<i>a</i>'],
  ['\\a', '\\a'],
])('a backslash keeps a sign: %j is %j', (text, expected) => {
  expect(shown(text)).toBe(expected);
});

it('makes no markup of any text: an attack stays text, code or the source of a formula', () => {
  const attacks = [
    '<img src=x onerror=alert(1)>',
    '**<script>alert(1)</script>**',
    '`</code><script>`',
    '$<img src=x onerror=alert(1)>$',
    '[a](javascript:alert(1))',
    '$\\href{javascript:alert(1)}{x}$',
  ];
  const texts = (spans: readonly Span[]): string[] =>
    spans.flatMap((span) => ('spans' in span ? texts(span.spans) : 'text' in span ? [span.text] : []));
  for (const attack of attacks) {
    const signs = /\*\*|`|\$/g;
    expect(texts(spansOf(attack)).join('')).toBe(attack.replace(signs, ''));
  }
});

it.each([
  ['**a** _b_ `c` $x^2$', 'a b c x^2'],
  ['a\n\n*b*', 'a\n\nb'],
  ['costs $5 and $10', 'costs $5 and $10'],
])('the plain form of %j is %j', (text, expected) => {
  expect(plain(text)).toBe(expected);
});

it.each(['*a*', '**_`$x$`_**', '\\*a\\*', '\\', 'a_b', '$1'])('a literal %j is shown as it is', (text) => {
  expect(plain(literal(text))).toBe(text);
  expect(spansOf(literal(text)).every((span) => span.kind === 'text')).toBe(true);
});

it('nests no deeper than it may, and loses no text that is deeper', () => {
  const depth = (spans: readonly Span[]): number =>
    Math.max(0, ...spans.map((span) => ('spans' in span ? 1 + depth(span.spans) : 0)));
  const opened = Array.from({ length: 10 }, (_, level) => (level % 2 ? '_' : '*'));
  const text = `${opened.map((sign) => `${sign}a `).join('')}b${opened
    .map((sign) => ` a${sign}`)
    .reverse()
    .join('')}`;
  expect(depth(spansOf(text))).toBe(maxDepth);
  expect(plain(text)).toBe('a a a a a a *a _a *a _a b a_ a* a_ a* a a a a a a');
});

describe('work grows with the length of a text and no faster', () => {
  const hostile: Record<string, (count: number) => string> = {
    asterisks: (count) => '*'.repeat(count),
    'open asterisks': (count) => '*a '.repeat(count),
    'closing asterisks': (count) => 'a* '.repeat(count),
    'open signs in turn': (count) => '*a _b '.repeat(count),
    'open signs closed by others': (count) => `${'_a '.repeat(count)}${'b* '.repeat(count)}`,
    'pairs within pairs': (count) => `${'*a _a '.repeat(count)}b${' a_ a*'.repeat(count)}`,
    'signs on both sides': (count) => '(*(_'.repeat(count),
    'runs of three': (count) => '***a** '.repeat(count),
    dollars: (count) => '$a '.repeat(count),
    'double dollars': (count) => '$$ '.repeat(count),
    'double dollars and one': (count) => `$$${'$ '.repeat(count)}`,
    backslashes: (count) => `$${'\\\\'.repeat(count)}`,
    'backticks of all lengths': (count) =>
      Array.from({ length: Math.ceil(Math.sqrt(2 * count)) }, (_, index) => '`'.repeat(index + 1)).join(' '),
    'open backticks': (count) => '` '.repeat(count) + '``',
  };
  it.each(Object.keys(hostile))('%s', (name) => {
    const stepsOf = (count: number) => {
      const work = { steps: 0 };
      const text = hostile[name]?.(count) ?? '';
      spansOf(text, work);
      return work.steps / text.length;
    };
    expect(stepsOf(5_000)).toBeLessThan(8);
    expect(stepsOf(5_000)).toBeLessThan(1.5 * stepsOf(500) + 1);
  });
});
