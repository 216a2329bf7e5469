import ts from 'typescript';

/** Stands for a value within a text. */
const value = '#';

/** Every text in a source file, for tests of how a language is written. */
export function textsIn(code: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const isName = ts.isPropertyAssignment(node.parent) && node.parent.name === node;
    if (ts.isStringLiteralLike(node) && !isName && !ts.isImportDeclaration(node.parent)) found.push(node.text);
    if (ts.isTemplateExpression(node))
      found.push(node.head.text + node.templateSpans.map((span) => value + span.literal.text).join(''));
    ts.forEachChild(node, visit);
  };
  ts.forEachChild(ts.createSourceFile('texts.ts', code, ts.ScriptTarget.Latest, true), visit);
  return found;
}
