import type { Operation } from '../../../server/operation.ts';
import type { OperationContext } from '../../../server/operation-context.ts';
import { validated } from '../../../server/validated.ts';
import { noTenant } from '../tenancy/existing-tenant.ts';
import { checkBody, checkManyBody, verdictSchema, verdictsSchema } from './api-schemas.ts';
import { mayExplain, type QuestionBody, type SubjectBody, tenantOf, toAsked } from './asking.ts';
import { type Counter, decideAlone, decideTogether } from './decide-together.ts';
import { type DeskSupplies, openDesk } from './desk.ts';
import { askingOperation, errorsOfSubject } from './operation-parts.ts';
import type { Asked } from './situation.ts';
import { tellManyDecided } from './tell-decided.ts';
import { toJsonVerdict, type Verdict } from './verdict.ts';

const shared = {
  ...askingOperation,
  auth: ['secret', 'user'],
  errors: errorsOfSubject,
  transaction: 'prepared',
  recordsOnly: true,
  recordedAs: 'access.checked',
} as const;

interface CheckBody extends QuestionBody {
  readonly tenant?: string;
  readonly explain: boolean;
}

interface CheckManyBody {
  readonly subject?: SubjectBody;
  readonly checks: readonly QuestionBody[];
  readonly tenant?: string;
  readonly explain: boolean;
}

/** May somebody do something? Each answer is in the decision log before it is given. */
export function checkOperations(supplies: DeskSupplies): readonly Operation[] {
  const one: Counter = {
    ...supplies,
    read({ context: { caller, requestId }, input }) {
      const body = validated<CheckBody>(input.body);
      mayExplain(caller, body.explain);
      const asked = toAsked(caller, body);
      return { tenant: tenantOf(caller, body.tenant), requestId, asked };
    },
    admit({ tenant }, desk) {
      if (!desk.tenantExists(tenant)) throw noTenant(tenant);
    },
    write: (verdict, { input }) => toJsonVerdict(verdict, { explain: validated<CheckBody>(input.body).explain }),
  };
  const decideAll = async (
    { session, caller, now, requestId }: OperationContext,
    named: string | undefined,
    questions: readonly Asked[],
  ): Promise<readonly Verdict[]> => {
    const tenant = tenantOf(caller, named);
    const about = questions.map((asked) => ({ tenant, requestId, asked }));
    const desk = await openDesk({ ...supplies, session, now }, about);
    if (!desk.tenantExists(tenant)) throw noTenant(tenant);
    const verdicts = about.map((question) => desk.decide(question));
    desk.close();
    return verdicts;
  };
  return [
    {
      ...shared,
      id: 'access.check',
      path: '/v1/access/check',
      summary: 'Decide whether somebody may do something',
      description: 'The decision is entered in the decision log before it is answered.',
      body: checkBody,
      responses: { 200: { description: 'The decision, for or against.', schema: verdictSchema } },
      handle: (context, input) => decideAlone(one, { context, input }),
      handleTogether: (requests) => decideTogether(one, requests),
    },
    {
      ...shared,
      id: 'access.checkMany',
      path: '/v1/access/checks',
      summary: 'Decide up to 1,000 questions about one tenant',
      description: 'Answers stand in the order of the questions. All are decided by what is stored at one moment.',
      body: checkManyBody,
      responses: { 200: { description: 'One decision for each question.', schema: verdictsSchema } },
      handle: async (context, input) => {
        const body = validated<CheckManyBody>(input.body);
        const explain = mayExplain(context.caller, body.explain);
        const questions = body.checks.map((question) => toAsked(context.caller, question, body.subject));
        const verdicts = await decideAll(context, body.tenant, questions);
        const outcomes = verdicts.map(({ decision }) => decision);
        const about = { ...context.caller, tenantId: tenantOf(context.caller, body.tenant) };
        context.decided(tellManyDecided(about, outcomes, verdicts[0]?.policyRevision));
        const data = verdicts.map((verdict) => toJsonVerdict(verdict, { explain }));
        return { status: 200, body: { data, policyRevision: verdicts[0]?.policyRevision ?? 0 } };
      },
    },
  ];
}
