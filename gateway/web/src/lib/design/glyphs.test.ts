import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';

const sources = import.meta.glob<string>(['/src/**/*.svelte', '/src/lib/i18n/*.ts', '!/src/**/*.test.ts'], {
  query: '?raw',
  import: 'default',
  eager: true,
});

const css = readFileSync(
  createRequire(import.meta.url).resolve('@fontsource-variable/bricolage-grotesque/wght.css'),
  'utf8',
);
const ranges = [...css.matchAll(/U\+([0-9A-F]+)(?:-([0-9A-F]+))?/g)].map(
  ([, from = '', to = from]) => [parseInt(from, 16), parseInt(to, 16)] as const,
);
const isCovered = (character: string) => {
  const point = character.codePointAt(0) ?? 0;
  return ranges.some(([from, to]) => point >= from && point <= to);
};

describe('what Arena itself writes', () => {
  it.each(Object.entries(sources))('%s needs no font but its own: other signs are drawn', (_, source) => {
    expect(ranges.length).toBeGreaterThan(10);
    expect([...new Set(source)].filter((character) => character !== '\n' && !isCovered(character))).toEqual([]);
  });
});
