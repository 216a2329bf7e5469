import type { ArenaProblem, ProblemCode, QuizError, QuizProblem, RefusalBody } from '$lib/contract';

/** Why REST refused: what the hub says of a refusal, but for the place in a queue. */
export type RestRefusal = { code: ProblemCode } & Pick<RefusalBody, 'retryAfterMs' | 'traceId'>;

/** What the server said instead of doing what it was asked. */
export class ApiError extends Error {
  constructor(
    readonly code: ProblemCode,
    readonly errors: readonly QuizError[] = [],
    readonly errorCount = errors.length,
    /** When the server says that trying again makes sense. */
    readonly retryAfterMs: number | null = null,
    readonly traceId: string | null = null,
  ) {
    super(code);
  }
}

/** For answers of a proxy in between, which knows no codes. */
function codeOfStatus(status: number): ProblemCode {
  if (status === 413) return 'outOfRange';
  if (status === 429) return 'tooFast';
  return status >= 500 ? 'unavailable' : 'invalidMessage';
}

export async function errorOf(response: Response): Promise<ApiError> {
  const problem = (await response.json().catch(() => null)) as Partial<ArenaProblem & QuizProblem> | null;
  return new ApiError(
    problem?.code ?? codeOfStatus(response.status),
    problem?.errors,
    problem?.errorCount,
    problem?.retryAfterMs,
    problem?.traceId,
  );
}

export async function send(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(path, init);
  } catch {
    throw new ApiError('unavailable');
  }
}

/** Unchanged is no error: it comes as a reply without content. */
export const unchangedAsEmpty: typeof send = async (path, init) => {
  const response = await send(path, init);
  return response.status === 304 ? new Response(null, { status: 204 }) : response;
};

/** A reply's body. When the connection is cut within it, the request was received and its outcome is unknown. */
export async function bodyOf<T>(response: Response): Promise<T> {
  try {
    return (await response.json()) as T;
  } catch {
    throw new ApiError('outcomeUnknown');
  }
}

export const jsonBody = (value: unknown, method = 'POST', headers: Record<string, string> = {}): RequestInit => ({
  method,
  headers: { 'Content-Type': 'application/json', ...headers },
  body: JSON.stringify(value),
});

/** As {@link codeOf}, with when trying again makes sense and the trace. */
export function refusalOf(error: unknown): RestRefusal {
  const code = codeOf(error);
  const { retryAfterMs, traceId } = error as ApiError;
  return { code, retryAfterMs, traceId };
}

/** The code of a refusal. Any other error is rethrown. */
export function codeOf(error: unknown): ProblemCode {
  if (error instanceof ApiError) return error.code;
  throw error;
}
