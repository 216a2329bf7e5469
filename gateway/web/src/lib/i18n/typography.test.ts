import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const sources = import.meta.glob<string>(['./fr.ts', './*.fr.ts'], { query: '?raw', import: 'default', eager: true });

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
  ts.forEachChild(ts.createSourceFile('fr.ts', code, ts.ScriptTarget.Latest, true), visit);
  return found;
}

/** A sign that stands apart from the word before it, or a quotation mark, without the space that no line breaks at. */
const loose = /(?:^|[^\u00a0\u202f])[;!?»]|(?:^|[^\u00a0\u202f\d]):|«(?!\u00a0)/;

describe('French', () => {
  it('puts a no-break space before : ; ! ? and inside « »', () => {
    const texts = Object.values(sources).flatMap(textsIn);
    expect(texts.length).toBeGreaterThan(400);
    expect(texts.filter((text) => loose.test(text))).toEqual([]);
  });
});
