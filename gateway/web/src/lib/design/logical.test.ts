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

const styleOf = (source: string, path: string) =>
  path.endsWith('.css') ? source : (/<style>([\s\S]*)<\/style>/.exec(source)?.[1] ?? '');

describe('every style', () => {
  it.each(Object.entries(sources))('%s reads the same from right to left', (path, source) => {
    const style = styleOf(source, path);
    const uneven = [...style.matchAll(fourSides)].filter(([, , second, , fourth]) => second !== fourth);
    expect([...(style.match(physical) ?? []), ...uneven.map(([line]) => line)].map((line) => line.trim())).toEqual([]);
  });
});
