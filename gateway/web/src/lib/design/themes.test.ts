import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const themed = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.(svelte|css)$/.test(file))
  .filter((file) => readFileSync(join(root, file), 'utf8').includes('prefers-color-scheme'));

describe('a theme', () => {
  it('is defined in one place', () => {
    expect(themed).toEqual(['lib/design/tokens.css']);
  });

  it('is colours and nothing else', () => {
    const tokens = readFileSync(join(root, 'lib/design/tokens.css'), 'utf8');
    const dark = tokens.slice(tokens.indexOf('@media screen and (prefers-color-scheme: dark)'));
    const declared = [...dark.matchAll(/^ {4}([\w-]+): (.*);$/gm)].map(([, name, value]) => ({ name, value }));
    expect(declared.length).toBeGreaterThan(10);
    for (const { name, value } of declared) {
      expect(name).toMatch(/^--/);
      expect(value).toMatch(/#[0-9a-f]{6}|rgb\(/);
    }
  });
});
