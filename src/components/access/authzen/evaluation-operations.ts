import type { Json, JsonObject } from '../../../engine/json.ts';
import { listOf, objectOf } from '../../../engine/json-fields.ts';
import { makeError } from '../../../engine/platform-error/index.ts';
import type { Caller, Operation, OperationContext } from '../../../server/contract.ts';
import { validated } from '../../../server/validated.ts';
import type { Services } from '../../contract.ts';
import { tenantOf } from '../decisions/asking.ts';
import { cutName } from '../decisions/cut-name.ts';
import { type Desk, openDesk } from '../decisions/desk.ts';
import { decisionErrors } from '../decisions/errors.ts';
import type { PolicyStore } from '../decisions/policy-store.ts';
import { decisionResponse, evaluationRequest, evaluationsRequest, evaluationsResponse } from './api-schemas.ts';
import { authzenErrors } from './errors.ts';
import { type Evaluation, type EvaluationProblem, readEvaluation } from './evaluation.ts';
import { toDecision, toFailedDecision } from './reason.ts';

const shared = {
  tag: 'AuthZEN',
  method: 'POST',
  auth: ['secret'],
  scope: 'access:read',
  tenant: 'in-body',
  transaction: 'write',
  foreignProtocol: true,
  errors: [decisionErrors.tenantMissing, decisionErrors.tenantMismatch, authzenErrors.invalidEvaluation],
} as const;

/** The Access Evaluation and Access Evaluations APIs. */
export function evaluationOperations({ host }: Services, policies: PolicyStore): readonly Operation[] {
  const open = ({ session, now, requestId }: OperationContext, tenant: string, evaluations: readonly Evaluation[]) =>
    openDesk(
      { session, policies, ids: host.ids, tenant, now, requestId },
      evaluations.map(({ asked }) => asked),
    );

  const evaluateOne = async (context: OperationContext, body: JsonObject): Promise<JsonObject> => {
    const evaluation = readEvaluation(body);
    if ('problem' in evaluation) {
      throw makeError(authzenErrors.invalidEvaluation, {
        message: `The evaluation cannot be made: ${evaluation.problem}.`,
      });
    }
    const desk = await open(context, tenantOf(context.caller, evaluation.tenant), [evaluation]);
    const verdict = desk.decide(evaluation.asked);
    await desk.close();
    return toDecision(verdict);
  };

  const evaluateMany = async (
    context: OperationContext,
    read: readonly (Evaluation | EvaluationProblem)[],
    semantic: Json | undefined,
  ): Promise<readonly JsonObject[]> => {
    const settled = read.map((evaluation) => settle(context.caller, evaluation));
    const byTenant = Map.groupBy(
      settled.flatMap((one) => ('problem' in one ? [] : [one])),
      ({ tenant }) => tenant,
    );
    const desks = new Map<string, Desk>();
    for (const [tenant, evaluations] of byTenant) desks.set(tenant, await open(context, tenant, evaluations));
    const answers: JsonObject[] = [];
    for (const one of settled) {
      const answer = 'problem' in one ? toFailedDecision(one.problem) : decideAt(desks, one);
      answers.push(answer);
      if (semantic === 'deny_on_first_deny' && answer['decision'] === false) break;
      if (semantic === 'permit_on_first_permit' && answer['decision'] === true) break;
    }
    for (const desk of desks.values()) await desk.close();
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
      handle: async (context, input) => ({
        status: 200,
        body: await evaluateOne(context, validated<JsonObject>(input.body)),
      }),
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
        if (items.length === 0) return { status: 200, body: await evaluateOne(context, defaults) };
        const read = items.map((item) => readEvaluation(item, defaults));
        const semantic = objectOf(options)['evaluations_semantic'];
        return { status: 200, body: { evaluations: await evaluateMany(context, read, semantic) } };
      },
    },
  ];
}

interface SettledEvaluation extends Evaluation {
  readonly tenant: string;
}

/** An evaluation with the tenant that it is about. One that names another than the request's fails by itself. */
function settle(caller: Caller, evaluation: Evaluation | EvaluationProblem): SettledEvaluation | EvaluationProblem {
  if ('problem' in evaluation) return evaluation;
  if (caller.tenantId !== null && evaluation.tenant !== undefined && evaluation.tenant !== caller.tenantId) {
    return {
      problem: `context.tenant names ${cutName(evaluation.tenant)}, and the request is about ${caller.tenantId}`,
    };
  }
  return { ...evaluation, tenant: tenantOf(caller, evaluation.tenant) };
}

function decideAt(desks: ReadonlyMap<string, Desk>, { asked, tenant }: SettledEvaluation): JsonObject {
  const desk = desks.get(tenant);
  if (desk === undefined) throw new RangeError(`no desk was opened for tenant ${tenant}`);
  return toDecision(desk.decide(asked));
}
