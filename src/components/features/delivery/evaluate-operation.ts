import { hashJson } from '../../../engine/canonical-json.ts';
import type { Json, JsonObject } from '../../../engine/json.ts';
import { makeError } from '../../../engine/platform-error/index.ts';
import type { Operation } from '../../../server/operation.ts';
import type { RespondContext } from '../../../server/operation-context.ts';
import { validated } from '../../../server/validated.ts';
import type { Answering } from './answering.ts';
import { evaluationSchema, versionSchema } from './api-schemas.ts';
import { deliveryErrors } from './errors.ts';
import { exposureOf } from './exposure-of.ts';
import { evaluateAll, evaluateOne, toAnswer } from './evaluate.ts';
import { type LiveRuleset, versionFor } from './live-ruleset.ts';
import { delivering } from './ruleset-operation.ts';
import { planIn, type Situation, situate } from './situate.ts';

interface EvaluateBody {
  readonly context?: JsonObject;
  readonly flags?: readonly string[];
  readonly report?: boolean;
}

/** What a browser's application may know of itself; more is no context. */
export const largestContext = 64 * 1024;

/** Evaluates on the server, for whoever may not see the rules. */
export function evaluateOperation(answering: Answering): Operation {
  return {
    ...delivering,
    id: 'flags.evaluate',
    method: 'POST',
    path: '/v1/flag-evaluations',
    summary: 'Evaluate flags for one context',
    description:
      'All flags that browsers may know of, or those that are named. With a secret key the context is taken as it comes, and any flag may be named. With the token of a user, `user.key`, `tenant.key` and `tenant.plan` are what the token and the server say. A publishable key alone has no tenant. Neither is told which rule decided. Send the entity tag back as `If-None-Match`: 304 says that every answer is as it was.',
    auth: ['publishable', 'user', 'secret'],
    bodyLimit: largestContext,
    body: {
      type: 'object',
      additionalProperties: false,
      properties: {
        context: { type: 'object', description: 'By kind, or in OpenFeature’s or LaunchDarkly’s form.' },
        flags: {
          type: 'array',
          items: { type: 'string', minLength: 1, maxLength: 200 },
          minItems: 1,
          maxItems: 1000,
          description: 'Keys of Flags.',
        },
        report: { type: 'boolean', description: 'False: nothing of it is counted or kept. Default: true.' },
      },
    },
    responses: {
      200: {
        description: 'The answers.',
        schema: {
          type: 'object',
          required: ['version', 'flags'],
          additionalProperties: false,
          properties: {
            version: { ...versionSchema, description: 'Of what is in force; `changed` of the stream names it.' },
            flags: { type: 'object', additionalProperties: evaluationSchema, description: 'By key.' },
          },
        },
      },
      304: { description: 'Every answer is as it was.', schema: {} },
    },
    errors: [deliveryErrors.invalidContext, deliveryErrors.notFound],
    async respond(request, { body }) {
      const live = await answering.rulesets.of(request.caller, request.background).current();
      const named = validated<EvaluateBody>(body);
      const situation = await situate(named.context, live, request, answering.ports);
      const flags = await evaluateNamed(live, request, answering, { ...named, ...situation });
      const answer = { version: versionFor(live, request.caller.tenantId, planIn(situation.context)), flags };
      return { status: 200, body: answer, headers: { etag: `"${hashJson(answer)}"` } };
    },
  };
}

async function evaluateNamed(
  live: LiveRuleset,
  request: RespondContext,
  { assignments, served }: Answering,
  { context, told, flags: named, report = true }: Omit<EvaluateBody, 'context'> & Situation,
): Promise<{ readonly [key: string]: Json }> {
  const { caller } = request;
  const outcomes = await assignments.evaluate(request, live, context, () =>
    named === undefined
      ? evaluateAll(live, context)
      : [...new Set(named)].map((key) => {
          const outcome = evaluateOne(live, key, context, caller);
          if (outcome !== undefined) return outcome;
          throw makeError(deliveryErrors.notFound, { message: `There is no flag '${key}'.`, param: '/flags' });
        }),
  );
  if (report) served.note(request, live, told, outcomes);
  return Object.fromEntries(
    outcomes.map((outcome) => [outcome.flag, toAnswer(outcome, caller, exposureOf(outcome, context, live.ruleset))]),
  );
}
