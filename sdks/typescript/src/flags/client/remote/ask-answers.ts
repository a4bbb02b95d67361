import { type Attempt, failed } from '../updates/attempt.ts';
import { paths } from '../updates/paths.ts';
import { readAnswers, type RemoteAnswers } from './read-answers.ts';
import type { Visit } from './visit.ts';

export interface Asking {
  readonly visit: Visit;
  readonly signal: AbortSignal;
  /** What is held when the server says that it still holds. */
  readonly held: () => RemoteAnswers | undefined;
  /** `etag` is of these answers. */
  readonly onAnswers: (answers: RemoteAnswers, etag: string | null) => void;
}

/** Asks for all answers, as whoever visits and about their context. Never rejects. */
export async function askAnswers({ held, onAnswers, signal, visit }: Asking): Promise<Attempt> {
  const { asked: body, etag, server } = visit;
  if (body === undefined) return failed('the context is no JSON');
  const headers = etag === null ? {} : { 'if-none-match': etag };
  return server.ask({ method: 'POST', path: paths.evaluate, headers, body }, signal, async (answer) => {
    const answers = answer.status === 304 ? held() : readAnswers(await answer.text());
    if (answers === undefined) return failed('the server sent something that is no answer');
    onAnswers(answers, answer.header('etag'));
    return { outcome: 'answered' };
  });
}
