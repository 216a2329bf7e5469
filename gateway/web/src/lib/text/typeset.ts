import katex from 'katex';
import { inAlphabet } from './alphabets';

/** What defines commands: a chain of them would grow a short formula beyond what a browser bears. KaTeX counts their uses, not what they become. */
const definition = /\\(?:[egx]?def|let|futurelet|(?:new|renew|provide)command)(?![A-Za-z])/;

/**
 * Sets a formula as MathML, which browsers draw with their own fonts and screen readers speak. KaTeX makes nodes, never markup;
 * the policy of pages allows no style attributes, so that of the two commands that need one \pmb becomes \boldsymbol, and \fcolorbox
 * is an error. Nor does a formula define commands; its source is shown.
 */
export function typeset(node: HTMLElement, source: string, isDisplay: boolean): void {
  if (definition.test(source)) return;
  const set = document.createElement('span');
  try {
    katex.render(source, set, {
      output: 'mathml',
      displayMode: isDisplay,
      trust: false,
      strict: false,
      throwOnError: true,
      maxExpand: 200,
      maxSize: 10,
      // A command that is not trusted, as a link, is shown by its name.
      errorColor: 'currentcolor',
      macros: { '\\pmb': '\\boldsymbol', '\\fcolorbox': '\\unsupported' },
    });
  } catch {
    return;
  }
  for (const part of set.querySelectorAll('[mathvariant]'))
    part.textContent = inAlphabet(part.getAttribute('mathvariant') ?? '', part.textContent ?? '');
  // Nothing is moved out of its place, over what stands around the formula.
  for (const part of set.querySelectorAll('mpadded'))
    for (const name of ['voffset', 'height', 'depth', 'lspace', 'width']) part.removeAttribute(name);
  node.replaceChildren(...set.childNodes);
  node.classList.add('wide');
  if (node.scrollWidth <= node.clientWidth) node.classList.remove('wide');
  // To be scrolled by the keyboard, too.
  else if (!node.closest('button')) node.tabIndex = 0;
}
