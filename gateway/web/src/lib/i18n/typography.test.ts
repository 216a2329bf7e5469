import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const sources = import.meta.glob<string>(['./??.ts', './*.??.ts'], { query: '?raw', import: 'default', eager: true });

/** Every text in a source file, and each piece of a text between its values. */
function textsIn(code: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const isText =
      ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddle(node) || ts.isTemplateTail(node);
    const isName = ts.isPropertyAssignment(node.parent) && node.parent.name === node;
    if (isText && !isName && !ts.isImportDeclaration(node.parent)) found.push(node.text);
    ts.forEachChild(node, visit);
  };
  ts.forEachChild(ts.createSourceFile('texts.ts', code, ts.ScriptTarget.Latest, true), visit);
  return found;
}

const textsOf = (language: string) =>
  Object.entries(sources)
    .filter(([path]) => path.endsWith(`${language}.ts`))
    .flatMap(([, code]) => textsIn(code));

/** What each language never writes. */
const wrong: Record<string, [rule: string, pattern: RegExp][]> = {
  fr: [
    [
      'puts a no-break space before : ; ! ? and inside « »',
      /(?:^|[^\u00a0\u202f])[;!?»]|(?:^|[^\u00a0\u202f\d]):|«(?!\u00a0)/,
    ],
  ],
  de: [
    ['quotes „like this“', /["”«»‟]|„[\s\u00a0]|[\s\u00a0]“/],
    ['puts a no-break space between a number and its unit', /(?:^|\d) ?(?:%|(?:s|ms|min|KB|MB|XP)(?![\p{L}\d]))/u],
    ['puts a no-break space inside abbreviations', /\p{L}\. ?\p{L}\./u],
    ['puts a no-break space before …', /[^\u00a0\s]…|[^,] …/],
    ['uses a dash for a dash', / - /],
  ],
};

describe.each(Object.keys(wrong))('in %s, a text', (language) => {
  it.each(wrong[language] ?? [])('%s', (_, pattern) => {
    const texts = textsOf(language);
    expect(texts.length).toBeGreaterThan(400);
    expect(texts.filter((text) => pattern.test(text))).toEqual([]);
  });
});

describe('German', () => {
  it('closes the quotation marks that it opens', () => {
    const signs = textsOf('de').join('');
    expect(signs.match(/„/g)?.length).toBe(signs.match(/“/g)?.length);
  });
});
