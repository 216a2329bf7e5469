import type { QuizDocument, QuizSummary } from '$lib/contract';
import { StoredValue } from '$lib/game/storage';
import type { Language } from '$lib/i18n/index.svelte';
import { createQuiz, readSummary } from '$lib/net/api';
import { codeOf } from '$lib/net/http';

/** Quizzes that come with Arena, one file a language: only those of the language in use are loaded. */
const files = import.meta.glob<QuizDocument>('./*.json', { import: 'default' });

const isText = (value: unknown): value is string => typeof value === 'string';

export interface Sample {
  /** The same in all languages. */
  name: string;
  language: Language;
  document: QuizDocument;
}

export const loadSamples = (language: Language): Promise<Sample[]> =>
  Promise.all(
    Object.entries(files)
      .filter(([path]) => path.endsWith(`.${language}.json`))
      .map(async ([path, load]) => ({
        name: path.slice('./'.length, -`.${language}.json`.length),
        language,
        document: await load(),
      })),
  );

/** The sample as a quiz of this browser's author: the one made before, if it is still there. */
export async function quizOfSample({ name, language, document }: Sample): Promise<QuizSummary> {
  const kept = new StoredValue<string>(`arena.sample.${name}.${language}`, isText);
  const id = kept.get();
  if (id !== null) {
    try {
      return await readSummary(id);
    } catch (error) {
      // Deleted since, or of another author: then there is a new one.
      if (codeOf(error) !== 'unknownQuiz') throw error;
    }
  }
  const { summary } = await createQuiz(document);
  kept.set(summary.id);
  return summary;
}
