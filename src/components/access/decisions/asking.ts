import type { JsonObject } from '../../../engine/json.ts';
import { makeError } from '../../../engine/platform-error/index.ts';
import type { Caller } from '../../../server/caller.ts';
import type { Target } from '../policy/contract.ts';
import { decisionErrors } from './errors.ts';
import type { Asked, SubjectName } from './situation.ts';

/** A subject as bodies name it. */
export interface SubjectBody {
  readonly type: 'user' | 'service-account';
  readonly id: string;
  readonly properties?: JsonObject;
}

export interface ResourceBody {
  readonly type: string;
  readonly id?: string;
  readonly properties?: JsonObject;
}

export interface QuestionBody {
  readonly subject?: SubjectBody;
  readonly context?: JsonObject;
  readonly action: string;
  readonly resource: ResourceBody;
}

/**
 * The tenant that a request is about: of its header or token, or of its body.
 *
 * @param by where else it may be named; by default the member `tenant` of the body
 * @throws ValidationError `access/tenant-missing`, `access/tenant-mismatch`
 */
export function tenantOf(
  { tenantId }: Caller,
  named: string | undefined,
  by: { readonly words: string; readonly param: string } = { words: 'body', param: '/tenant' },
): string {
  if (tenantId !== null && named !== undefined && named !== tenantId) {
    throw makeError(decisionErrors.tenantMismatch, {
      message: `The ${by.words} names tenant ${named}, and the request is about ${tenantId}.`,
      param: by.param,
    });
  }
  const tenant = tenantId ?? named;
  if (tenant === undefined) {
    throw makeError(decisionErrors.tenantMissing, {
      message: 'The request names no tenant: send X-Tenant-ID, or tenant in the body.',
      param: by.param,
    });
  }
  return tenant;
}

/**
 * Whom a question is about. A signed-in user asks about themselves, and nothing they say of themselves counts.
 *
 * @throws ValidationError `access/subject-missing`
 * @throws AuthorizationError `access/only-oneself`, `access/secret-key-only`
 */
export function subjectOf(
  { user }: Caller,
  named: SubjectBody | undefined,
): { readonly subject: SubjectName; readonly claims: JsonObject } {
  if (user === null) {
    if (named !== undefined) return { subject: { type: named.type, id: named.id }, claims: named.properties ?? {} };
    throw makeError(decisionErrors.subjectMissing, {
      message: 'The question does not say whom it is about: send a subject.',
      param: '/subject',
    });
  }
  if (named !== undefined && (named.type !== 'user' || named.id !== user.id)) {
    throw makeError(decisionErrors.onlyOneself, {
      message: `User ${user.id} may not ask about ${named.type} ${named.id}.`,
      param: '/subject',
    });
  }
  if (named?.properties !== undefined) {
    throw makeError(decisionErrors.secretKeyOnly, {
      message: 'A user’s token cannot bring properties of the subject: leave them out, or ask with a secret key.',
      param: '/subject/properties',
    });
  }
  return { subject: { type: 'user', id: user.id }, claims: {} };
}

/** @throws AuthorizationError `access/secret-key-only` */
export function mayExplain({ user }: Caller, explain: boolean): boolean {
  if (explain && user !== null) {
    throw makeError(decisionErrors.secretKeyOnly, {
      message: 'A user’s token cannot ask for the grounds: leave explain out, or ask with a secret key.',
      param: '/explain',
    });
  }
  return explain;
}

export function toTarget({ type, id, properties }: ResourceBody): Target {
  return { type, id: id ?? null, properties: properties ?? {} };
}

/** A question of a body, about the one whom `fallback` names unless it names somebody itself. */
export function toAsked(caller: Caller, question: QuestionBody, fallback?: SubjectBody): Asked {
  return {
    ...subjectOf(caller, question.subject ?? fallback),
    action: question.action,
    resource: toTarget(question.resource),
    context: contextOf(caller, question.context),
  };
}

/** @throws AuthorizationError `access/secret-key-only` */
export function contextOf({ user }: Caller, context: JsonObject | undefined): JsonObject {
  if (context !== undefined && user !== null) {
    throw makeError(decisionErrors.secretKeyOnly, {
      message: 'A user’s token cannot bring a context: leave it out, or ask with a secret key.',
      param: '/context',
    });
  }
  return context ?? {};
}
