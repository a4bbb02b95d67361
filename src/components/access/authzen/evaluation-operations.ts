import type { Json, JsonObject } from '../../../engine/json.ts';
import { listOf, objectOf } from '../../../engine/json-fields.ts';
import { makeError } from '../../../engine/platform-error/index.ts';
import type { Operation } from '../../../server/operation.ts';
import type { OperationContext } from '../../../server/operation-context.ts';
import { validated } from '../../../server/validated.ts';
import { tenantOf } from '../decisions/asking.ts';
import { cutName } from '../decisions/cut-name.ts';
import { type Counter, decideAlone, decideTogether } from '../decisions/decide-together.ts';
import { type DeskSupplies, openDesk } from '../decisions/desk.ts';
import { decisionErrors } from '../decisions/errors.ts';
import { tellManyDecided } from '../decisions/tell-decided.ts';
import type { Question } from '../decisions/verdict.ts';
import { decisionResponse, evaluationRequest, evaluationsRequest, evaluationsResponse } from './api-schemas.ts';
import { authzenErrors } from './errors.ts';
import { readEvaluation } from './evaluation.ts';
import { type Failed, readUnmade, recordFailed } from './failed.ts';
import { toDecision, toFailedDecision } from './reason.ts';

const shared = {
  tag: 'AuthZEN',
  method: 'POST',
  auth: ['secret'],
  scope: 'access:read',
  tenant: 'in-body',
  transaction: 'prepared',
  recordsOnly: true,
  recordedAs: 'access.checked',
  foreignProtocol: true,
  errors: [decisionErrors.tenantMissing, decisionErrors.tenantMismatch, authzenErrors.invalidEvaluation],
} as const;

/** The Access Evaluation and Access Evaluations APIs. */
export function evaluationOperations(supplies: DeskSupplies): readonly Operation[] {
  const { ids } = supplies;
  const one: Counter = {
    ...supplies,
    read: ({ context, input }) => toQuestion(context, validated<JsonObject>(input.body)),
    write: toDecision,
  };

  const evaluateMany = async (
    context: OperationContext,
    settled: readonly (Question | Failed)[],
    semantic: Json | undefined,
  ): Promise<readonly JsonObject[]> => {
    const { session, now } = context;
    const questions = settled.flatMap((question) => ('problem' in question ? [] : [question]));
    const desk = await openDesk({ ...supplies, session, now }, questions);
    const answers: JsonObject[] = [];
    const failed: (Failed & { readonly id: string })[] = [];
    for (const question of settled) {
      const answer = 'problem' in question ? toFailedDecision(question.problem) : toDecision(desk.decide(question));
      if ('problem' in question) failed.push({ ...question, id: ids.next('dec') });
      answers.push(answer);
      if (semantic === 'deny_on_first_deny' && answer['decision'] === false) break;
      if (semantic === 'permit_on_first_permit' && answer['decision'] === true) break;
    }
    desk.close();
    await recordFailed(context, failed);
    const outcomes = answers.map(({ decision }) => ({ allowed: decision === true }));
    context.decided(tellManyDecided(context.caller, outcomes));
    return answers;
  };

  return [
    {
      ...shared,
      id: 'authzen.evaluation',
      path: '/access/v1/evaluation',
      summary: 'AuthZEN: Access Evaluation',
      body: evaluationRequest,
      responses: { 200: { description: 'The decision.', schema: decisionResponse } },
      handle: (context, input) => decideAlone(one, { context, input }),
      handleTogether: (requests) => decideTogether(one, requests),
    },
    {
      ...shared,
      id: 'authzen.evaluations',
      path: '/access/v1/evaluations',
      summary: 'AuthZEN: Access Evaluations',
      body: evaluationsRequest,
      responses: {
        200: {
          description: 'The decisions in the order of the evaluations; a single one where none were listed.',
          schema: evaluationsResponse,
        },
      },
      handle: async (context, input) => {
        const { evaluations, options, ...defaults } = validated<JsonObject>(input.body);
        const items = listOf(evaluations).map(objectOf);
        if (items.length === 0) return decideAlone(one, { context, input: { ...input, body: defaults } });
        const settled = items.map((item) => settle(context, item, defaults));
        const semantic = objectOf(options)['evaluations_semantic'];
        return { status: 200, body: { evaluations: await evaluateMany(context, settled, semantic) } };
      },
    },
  ];
}

/** The question of a request that asks one. */
function toQuestion({ caller, requestId }: OperationContext, body: JsonObject): Question {
  const evaluation = readEvaluation(body);
  if ('problem' in evaluation) {
    throw makeError(authzenErrors.invalidEvaluation, {
      message: `The evaluation cannot be made: ${evaluation.problem}.`,
    });
  }
  return { tenant: tenantOf(caller, evaluation.tenant), requestId, asked: evaluation.asked };
}

/** An evaluation of many with the tenant that it is about. What is wrong with one denies that one alone. */
function settle(
  { caller: { tenantId }, requestId }: OperationContext,
  item: JsonObject,
  defaults: JsonObject,
): Question | Failed {
  const evaluation = readEvaluation(item, defaults);
  const fail = (problem: string): Failed => ({ problem, unmade: readUnmade(item, defaults, tenantId) });
  if ('problem' in evaluation) return fail(evaluation.problem);
  const { asked, tenant: named = tenantId } = evaluation;
  if (named === null) return fail('no tenant is named: send X-Tenant-ID, or context.tenant');
  if (tenantId !== null && named !== tenantId)
    return fail(`context.tenant names ${cutName(named)}, and the request is about ${tenantId}`);
  return { tenant: named, requestId, asked };
}
