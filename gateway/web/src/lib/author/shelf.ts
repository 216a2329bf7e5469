import type { ProblemCode, QuizDocument } from '$lib/contract';
import { createQuizAs, readQuiz, readVersion, replaceQuiz, type ReadQuiz, type StoredQuiz } from '$lib/net/api';

/** The server, as far as an editor needs it. */
export interface QuizShelf {
  read: (id: string) => Promise<ReadQuiz>;
  /** Which version is stored. */
  version: (id: string) => Promise<string>;
  /** Refused as `notNow` when there is a quiz with this id. */
  create: (id: string, document: QuizDocument) => Promise<StoredQuiz>;
  /** Refused as `notNow` when the stored quiz is another version. */
  replace: (id: string, document: QuizDocument, version: string) => Promise<StoredQuiz>;
}

export const server: QuizShelf = {
  read: readQuiz,
  version: readVersion,
  create: createQuizAs,
  replace: replaceQuiz,
};

/** After these the server may have stored the request. */
export const unknownOutcomes: ReadonlySet<ProblemCode> = new Set(['unavailable', 'outcomeUnknown']);

/** After these it is asked again. */
export const passing: ReadonlySet<ProblemCode> = new Set([...unknownOutcomes, 'overloaded', 'tooFast']);
