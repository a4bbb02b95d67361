import { goldenAnswers } from './golden-answers.ts';
import { listQuestions, matchingQuestions } from './golden-matching.ts';

/** The files of `golden/` by name, as they should be. */
export function goldenFiles(): ReadonlyMap<string, string> {
  const { answers, grants, policies } = goldenAnswers();
  const files = { matching: matchingQuestions(), lists: listQuestions(), policies, answers, grants };
  return new Map(Object.entries(files).map(([name, lines]) => [`${name}.ndjson`, ndjson(lines)]));
}

function ndjson(values: readonly unknown[]): string {
  return values.map((value) => `${JSON.stringify(value)}\n`).join('');
}
