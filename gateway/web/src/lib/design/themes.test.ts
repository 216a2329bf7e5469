import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const themed = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.(svelte|css)$/.test(file))
  .filter((file) => readFileSync(join(root, file), 'utf8').includes('light-dark('));

describe('a theme', () => {
  it('is defined in one place', () => {
    expect(themed).toEqual(['lib/design/tokens.css']);
  });

  it('is pairs of colours', () => {
    const tokens = readFileSync(join(root, 'lib/design/tokens.css'), 'utf8');
    const colour = /(?:#[0-9a-f]{6}|rgb\(\d+ \d+ \d+ \/ \d+%\))/.source;
    const pairs = tokens.match(/light-dark\(/g) ?? [];
    expect(pairs.length).toBeGreaterThan(10);
    expect(tokens.match(new RegExp(`light-dark\\(${colour}, ${colour}\\)`, 'g'))).toHaveLength(pairs.length);
  });
});
