import { afterEach, expect, it, vi } from 'vitest';
import { typeset } from './typeset';

afterEach(() => vi.unstubAllGlobals());

/** How many nodes a formula is set with; 0 for one whose source stays. */
function nodesOf(source: string): number {
  let count = 0;
  const make = () => {
    count++;
    return {
      classList: { add: () => undefined, remove: () => undefined },
      childNodes: [],
      scrollWidth: 0,
      clientWidth: 0,
      style: {},
      appendChild: () => undefined,
      querySelectorAll: () => [],
      setAttribute: () => undefined,
    };
  };
  vi.stubGlobal('document', {
    createDocumentFragment: make,
    createElement: make,
    createElementNS: make,
    createTextNode: make,
  });
  let isSet = false;
  typeset(Object.assign(make(), { replaceChildren: () => (isSet = true) }) as unknown as HTMLElement, source, false);
  return isSet ? count : 0;
}

const letters = 'abcdefghijklmnopq';
/** Each command is two of the next: few expansions, and twice the nodes for each. */
const doubled = [...letters.slice(1)]
  .map((letter, index) => `\\def\\${letters[index]}x#1{\\${letter}x{#1#1}}`)
  .join('');

it.each([
  `${doubled}\\def\\qx#1{#1}\\ax{x}`,
  '\\def\\a{x}\\a',
  '\\gdef\\a{x}\\a',
  '\\edef\\a{x}\\a',
  '\\xdef\\a{x}\\a',
  '\\global\\long\\def\\a{x}\\a',
  '\\let\\a=x\\a',
  '\\futurelet\\a xx',
  '\\newcommand{\\a}{x}\\a',
  '\\renewcommand\\sum{x}\\sum',
  '\\providecommand{\\a}{x}\\a',
])('a formula that defines commands stays its source: %s', (source) => {
  expect(nodesOf(source)).toBe(0);
});

it.each(['\\frac{1}{x}', 'a \\leq b \\\\ c', '\\left(\\underset{n}{\\lim}\\right)', '\\det A'])(
  'another one is set, with few nodes: %s',
  (source) => {
    expect(nodesOf(source)).toBeGreaterThan(3);
    expect(nodesOf(source)).toBeLessThan(20 + 4 * source.length);
  },
);
