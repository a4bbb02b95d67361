import type { JsonObject } from '../../../../engine/json.ts';
import { makeError } from '../../../../engine/platform-error/index.ts';
import type { Operation } from '../../../../server/operation.ts';
import { validated } from '../../../../server/validated.ts';
import type { Answering } from '../answering.ts';
import { deliveryErrors } from '../errors.ts';
import { evaluateOne } from '../evaluate.ts';
import { largestContext } from '../evaluate-operation.ts';
import { situate } from '../situate.ts';
import { evaluationFailureSchema, evaluationRequestSchema, evaluationSuccessSchema } from './api-schemas.ts';
import { ofrepErrors } from './errors-as-ofrep.ts';
import { toOfrep } from './to-ofrep.ts';

export const evaluating = {
  tag: 'OFREP',
  method: 'POST',
  scope: 'flags:read',
  auth: ['publishable', 'user', 'secret'],
  transaction: 'none',
  bodyLimit: largestContext,
  body: evaluationRequestSchema,
  foreignProtocol: ofrepErrors,
  keysIn: 'headers',
} as const;

export interface EvaluationBody {
  readonly context?: JsonObject;
}

/** One flag, as providers of servers ask for it. */
export function singleOperation({ assignments, ports, rulesets, served }: Answering): Operation {
  return {
    ...evaluating,
    id: 'ofrep.evaluateFlag',
    path: '/ofrep/v1/evaluate/flags/{key}',
    summary: 'Evaluate one flag, as OpenFeature’s remote evaluation protocol asks for it',
    params: { type: 'object', required: ['key'], properties: { key: { type: 'string', minLength: 1 } } },
    responses: {
      200: { description: 'The answer.', schema: evaluationSuccessSchema },
      400: { description: 'The flag could not be evaluated for this context.', schema: evaluationFailureSchema },
    },
    errors: [deliveryErrors.invalidContext, deliveryErrors.notFound],
    async respond(request, { body, params: { key = '' } }) {
      const { caller } = request;
      const live = await rulesets.of(caller, request.background).current();
      const { context, told } = await situate(validated<EvaluationBody>(body).context, live, request, ports);
      const outcome = await assignments.evaluate(request, live, context, () => evaluateOne(live, key, context, caller));
      if (outcome === undefined) {
        throw makeError(deliveryErrors.notFound, { message: `There is no flag '${key}'.`, param: 'key' });
      }
      served.note(request, live, told, [outcome]);
      return { status: outcome.errorCode === undefined ? 200 : 400, body: toOfrep(outcome, caller) };
    },
  };
}
