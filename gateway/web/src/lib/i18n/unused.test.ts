import { describe, expect, it } from 'vitest';
import { formatsOf, type Formats } from './formats';

type Define = (formats: Formats) => object;

const english = import.meta.glob<Record<string, Define>>(['./en.ts', './*.en.ts'], { eager: true });
const sources = Object.entries(
  import.meta.glob<string>(['/src/**/*.{ts,svelte}', '!/src/**/*.test.ts'], {
    query: '?raw',
    import: 'default',
    eager: true,
  }),
);
const readers = sources
  .filter(([path]) => !/\b\w\w\.ts$/.test(path))
  .map(([, code]) => code.replace(/<style>[^]*<\/style>/, ''));

/** How sources read a name: which names follow it, and whether it also stands alone or is indexed by a value. */
class Reads {
  readonly names = new Set<string>();
  readonly pairs = new Set<string>();
  readonly alone = new Set<string>();
  readonly indexed = new Set<string>();

  constructor(codes: readonly string[]) {
    for (const code of codes)
      for (const [, dot, name = '', call, rest] of code.matchAll(/(\.|\b)(\w+)(\(\))?(?=\s*[?!]?(\.\w+|\[|))/g)) {
        if (dot) this.names.add(name);
        if (rest && rest !== '[') this.pairs.add(name + rest);
        else if (dot || call) (rest ? this.indexed : this.alone).add(name);
      }
    for (const code of codes)
      for (const [, pattern] of code.matchAll(/\bconst \{([^}]*)\} =/g))
        for (const [name] of (pattern ?? '').matchAll(/\w+/g)) this.names.add(name);
  }

  /** Whether one of a name's members is read: by its own name, or through what holds them. */
  has(path: readonly string[]): boolean {
    const [holder, parent, name] = [path.at(-3), path.at(-2) ?? '', path.at(-1) ?? ''];
    return (
      this.pairs.has(`${parent}.${name}`) ||
      this.indexed.has(parent) ||
      ((this.alone.has(parent) || (holder !== undefined && this.indexed.has(holder))) && this.names.has(name))
    );
  }
}

/** The function that gives the texts of a file, as `accountText` those of `account.en.ts`. */
function readerOf(file: string): string {
  const part = /^\.\/(\w+)\.en\.ts$/.exec(file)?.[1];
  if (!part) return 't';
  const code = readers.find((text) => text.includes(`/${part}.??.ts'`)) ?? '';
  return /export const (\w+) = part\.texts/.exec(code)?.[1] ?? '';
}

function unusedIn(reads: Reads, texts: object, path: readonly string[]): string[] {
  return Object.entries(texts).flatMap(([name, value]) => {
    const own = [...path, name];
    if (!reads.has(own)) return [own.join('.')];
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? unusedIn(reads, value, own) : [];
  });
}

describe('texts', () => {
  const reads = new Reads(readers);

  it.each(Object.entries(english))('of %s are all used', (file, module) => {
    const unused = Object.values(module).flatMap((define) =>
      unusedIn(reads, define(formatsOf('en')), [readerOf(file)]),
    );
    expect(unused.filter((path) => !path.startsWith('t.format.'))).toEqual([]);
  });

  it('are unused where only others have their name', () => {
    const few = new Reads(['t().join.title', 'const words = t().face; words.eyes', 't().refusals[code]', 'ears']);
    const texts = { join: { title: '', lead: '' }, face: { eyes: '', ears: '' }, refusals: { paused: '' }, back: '' };
    expect(unusedIn(few, texts, ['t'])).toEqual(['t.join.lead', 't.face.ears', 't.back']);
  });
});
