// What a first visit to each route loads: every JavaScript file it needs, as Brotli and gzip would send it.
import { readFileSync, existsSync } from 'node:fs';
import { brotliCompressSync, gzipSync } from 'node:zlib';

const output = '.svelte-kit/output/client';
const manifestPath = `${output}/.vite/manifest.json`;
if (!existsSync(manifestPath)) {
  console.error('Nothing is built yet: npm run build');
  process.exit(1);
}

/** @type {Record<string, { file: string, name?: string, imports?: string[], dynamicImports?: string[], isEntry?: boolean, src?: string }>} */
const manifest = JSON.parse(readFileSync(manifestPath, 'utf8'));
const keys = Object.keys(manifest);
const find = (/** @type {RegExp} */ pattern) => keys.filter((key) => pattern.test(key));

/** @param {string[]} entries */
function closure(entries) {
  const seen = new Set();
  /** @param {string} key */
  const visit = (key) => {
    if (seen.has(key)) return;
    seen.add(key);
    manifest[key]?.imports?.forEach(visit);
  };
  entries.forEach(visit);
  return [...seen].map((key) => manifest[key]?.file ?? '').filter((file) => file.endsWith('.js'));
}

const nodes = readFileSync('.svelte-kit/generated/client-optimized/app.js', 'utf8');
const dictionary = nodes.slice(nodes.indexOf('export const dictionary'));
const base = [
  ...find(/runtime\/client\/entry\.js$/),
  ...find(/client-optimized\/app\.js$/),
  ...find(/nodes\/[01]\.js$/),
  ...find(/i18n\/en\.ts$/),
];
const budget = 90 * 1024;
let over = false;

for (const [, route, node] of dictionary.matchAll(/"(\/[^"]*)": \[~?(\d+)/g)) {
  const files = closure([...base, ...find(new RegExp(`nodes/${node}\\.js$`))]);
  const contents = files.map((file) => readFileSync(`${output}/${file}`));
  const brotli = contents.reduce((sum, content) => sum + brotliCompressSync(content).length, 0);
  const gzip = contents.reduce((sum, content) => sum + gzipSync(content, { level: 9 }).length, 0);
  over ||= brotli > budget;
  const kilobytes = (/** @type {number} */ bytes) => `${(bytes / 1024).toFixed(1)} KB`.padStart(9);
  console.log(`${route?.padEnd(14)} ${kilobytes(brotli)} brotli ${kilobytes(gzip)} gzip  ${files.length} files`);
}

if (over) {
  console.error(`A route is over its ${budget / 1024} KB.`);
  process.exit(1);
}
