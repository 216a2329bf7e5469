import { describe, expect, it } from 'vitest';

const sources = import.meta.glob<string>(['/src/**/*.svelte', '/src/**/*.css'], {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** Properties and values that are wrong where text runs from right to left. */
const physical =
  /^\s*(?:(?:margin|padding|border)-(?:left|right)\b.*|(?:left|right)\s*:.*|(?:text-align|float|clear)\s*:\s*(?:left|right)\b.*|border-(?:top|bottom)-(?:left|right)-radius\b.*)$/gm;
/** Four values name four sides: the second and the fourth must be equal. */
const fourSides = /^[ ]*(?:margin|padding|inset) *: *([^\s;,]+) +([^\s;,]+) +([^\s;,]+) +([^\s;,]+);$/gm;
/** Four radii name four corners: the upper two must be equal, and the lower two. */
const radii = /^ *border-radius *: *([^;]+);$/gm;

function isUneven(value: string): boolean {
  const corners = value.replace(/\((?:[^()]|\([^()]*\))*\)/g, '').split(/ +/);
  return corners.length === 4 && (corners[0] !== corners[1] || corners[2] !== corners[3]);
}

const styleOf = (source: string, path: string) =>
  path.endsWith('.css') ? source : (/<style>([\s\S]*)<\/style>/.exec(source)?.[1] ?? '');

describe('every style', () => {
  it.each(Object.entries(sources))('%s reads the same from right to left', (path, source) => {
    const style = styleOf(source, path);
    const uneven = [...style.matchAll(fourSides)].filter(([, , second, , fourth]) => second !== fourth);
    const corners = [...style.matchAll(radii)].filter(([, value = '']) => isUneven(value));
    const wrong = [...(style.match(physical) ?? []), ...[...uneven, ...corners].map(([line]) => line)];
    expect(wrong.map((line) => line.trim())).toEqual([]);
  });
});
