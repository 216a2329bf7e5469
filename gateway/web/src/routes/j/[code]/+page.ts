import { codeSymbols, parseCode } from '$lib/game/code';

export const load = ({ params }: { params: { code: string } }) => ({
  typed: codeSymbols(params.code),
  code: parseCode(params.code),
});
