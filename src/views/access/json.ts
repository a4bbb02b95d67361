import type { CanFacts, EntitledFacts, WhoFacts } from './abilities.ts';
import type { DecisionFacts, GrantFacts, QuestionFacts } from './decision.ts';

interface SubjectJson {
  readonly type: string;
  readonly id: string;
  readonly roles: readonly string[];
}

/** `access check --json`. */
export interface CheckJson {
  readonly allowed: boolean;
  /** What allows it, or null. */
  readonly grant: DecisionFacts['grant'];
  /** Why not, or null. */
  readonly refusal: DecisionFacts['refusal'];
  readonly subject: SubjectJson;
  readonly action: string;
  readonly resource: { readonly type: string; readonly id: string | null };
  /** Null where a control plane was left to know it. */
  readonly tenant: string | null;
  readonly environment: string;
}

export function checkJson(
  {
    action,
    resource,
    subject,
    tenant,
  }: QuestionFacts & {
    readonly subject: SubjectJson;
    readonly tenant: { readonly id: string | null };
  },
  { allowed, grant, refusal }: DecisionFacts,
  environment: string,
): CheckJson {
  return {
    allowed,
    grant,
    refusal,
    subject: subjectJson(subject),
    action,
    resource: { type: resource.type, id: resource.id },
    tenant: tenant.id,
    environment,
  };
}

/** `access who --json`. */
export interface WhoJson {
  readonly permission: string;
  readonly roles: readonly { readonly role: string; readonly ways: readonly GrantFacts[] }[];
  readonly relations: readonly string[];
  /** Who may, by type and id; null where the files were asked, which know nobody. */
  readonly subjects: readonly EntitledFacts[] | null;
  readonly environment: string;
}

export function whoJson({ permission, relations, roles }: WhoFacts, environment: string): WhoJson {
  return { permission, roles, relations, subjects: null, environment };
}

/** The same from a control plane, which tells people instead of roles and relations. */
export function entitledJson(permission: string, subjects: readonly EntitledFacts[], environment: string): WhoJson {
  return { permission, roles: [], relations: [], subjects, environment };
}

/** `access can --json`. */
export interface CanJson {
  readonly subject: SubjectJson;
  readonly permissions: CanFacts['permissions'];
  /** Null where no resource was named. */
  readonly actions: readonly ({ readonly action: string } & DecisionFacts)[] | null;
  /** Null where a control plane was left to know it. */
  readonly tenant: string | null;
  readonly environment: string;
}

export function canJson(
  { actions, permissions, subject }: CanFacts & { readonly subject: SubjectJson },
  tenant: string | null,
  environment: string,
): CanJson {
  return {
    subject: subjectJson(subject),
    permissions,
    actions: actions?.map(({ action, decision }) => ({ action, ...decision })) ?? null,
    tenant,
    environment,
  };
}

function subjectJson({ id, roles, type }: SubjectJson): SubjectJson {
  return { type, id, roles };
}
