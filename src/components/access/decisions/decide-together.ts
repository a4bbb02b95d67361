import type { JsonObject } from '../../../engine/json.ts';
import type { OperationResult } from '../../../server/operation-result.ts';
import type { Outcome, RequestTogether } from '../../../server/operation.ts';
import { type Desk, type DeskSupplies, openDesk } from './desk.ts';
import { tellDecided } from './tell-decided.ts';
import type { Question, Verdict } from './verdict.ts';

/** How the requests of one operation are read and answered, each of which asks one question. */
export interface Counter extends DeskSupplies {
  /** Throws what is wrong with the request. */
  readonly read: (request: RequestTogether) => Question;
  /** Throws when the tenant of the question is none that the operation decides about. */
  readonly admit?: (question: Question, desk: Desk) => void;
  readonly write: (verdict: Verdict, request: RequestTogether) => JsonObject;
}

/**
 * Decides the questions of several requests by what is stored at one moment, and writes down all of it at once. What is
 * wrong with one of them is its own outcome, and nothing is written down for it.
 */
export async function decideTogether(
  { read, admit, write, ...supplies }: Counter,
  requests: readonly RequestTogether[],
): Promise<readonly Outcome[]> {
  const [first] = requests;
  if (first === undefined) return [];
  const { session, now } = first.context;
  const questions = requests.map((request) => attempt(() => read(request)));
  const sound = questions.flatMap((question) => ('problem' in question ? [] : [question.value]));
  const desk = await openDesk({ ...supplies, session, now }, sound);
  const outcomes = questions.map((question, index): Outcome => {
    const request = requests[index];
    if ('problem' in question) return question;
    if (request === undefined) throw new RangeError('a question belongs to no request');
    const decided = attempt(() => {
      admit?.(question.value, desk);
      const verdict = desk.decide(question.value);
      request.context.decided(tellDecided(verdict));
      return write(verdict, request);
    });
    return 'problem' in decided ? decided : { result: { status: 200, body: decided.value } };
  });
  desk.close();
  return outcomes;
}

function attempt<T>(work: () => T): { readonly value: T } | { readonly problem: unknown } {
  try {
    return { value: work() };
  } catch (problem) {
    return { problem };
  }
}

/** The same for one request, as `handle` does it. */
export async function decideAlone(counter: Counter, request: RequestTogether): Promise<OperationResult> {
  const [outcome] = await decideTogether(counter, [request]);
  if (outcome === undefined) throw new RangeError('a question was not decided');
  if ('problem' in outcome) throw outcome.problem;
  return outcome.result;
}
