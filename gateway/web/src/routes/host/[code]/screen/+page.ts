import { error } from '@sveltejs/kit';
import { parseCode } from '$lib/game/code';

export const load = ({ params }: { params: { code: string } }) => ({ code: parseCode(params.code) ?? error(404) });
