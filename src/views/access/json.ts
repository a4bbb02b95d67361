import type { CanFacts, EntitledFacts, WhoFacts } from './abilities.ts';
import type { DecisionFacts, GrantFacts, QuestionFacts, Standing, SubjectFacts } from './decision.ts';

interface SubjectJson {
  readonly type: string;
  readonly id: string;
  /** What lets them act within the tenant at all; null where the files were asked, which know nobody. */
  readonly standing: Standing | null;
  readonly roles: readonly string[];
}

/** `access check --json`. */
export interface CheckJson {
  /** `dec_…`: the entry in the decision log; null where the files were asked, which keep none. */
  readonly id: string | null;
  readonly allowed: boolean;
  /** What allows it, or null. */
  readonly grant: DecisionFacts['grant'];
  /** Why not, or null. */
  readonly refusal: DecisionFacts['refusal'];
  readonly subject: SubjectJson;
  readonly action: string;
  readonly resource: { readonly type: string; readonly id: string | null };
  /** Null where a control plane was left to know it, and where the files know of none. */
  readonly tenant: string | null;
  readonly environment: string;
  /** Whose roles and resource types decided; null where the files did. */
  readonly policyRevision: number | null;
}

/** What a control plane says besides; the files do not. */
interface LiveFacts {
  readonly id?: string;
  readonly policyRevision?: number;
}

export function checkJson(
  { action, resource, subject, tenant }: QuestionFacts & { readonly tenant: { readonly id: string | null } },
  { allowed, grant, id, policyRevision, refusal }: DecisionFacts & LiveFacts,
  environment: string,
): CheckJson {
  return {
    id: id ?? null,
    allowed,
    grant,
    refusal,
    subject: subjectJson(subject),
    action,
    resource: { type: resource.type, id: resource.id },
    tenant: tenant.id,
    environment,
    policyRevision: policyRevision ?? null,
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
  /** Null where a control plane was left to know it, and where the files know of none. */
  readonly tenant: string | null;
  readonly environment: string;
  /** Whose roles and resource types decided; null where the files did. */
  readonly policyRevision: number | null;
}

export function canJson(
  {
    actions,
    permissions,
    policyRevision,
    subject,
    tenant,
  }: CanFacts & LiveFacts & { readonly subject: SubjectFacts; readonly tenant: { readonly id: string | null } },
  environment: string,
): CanJson {
  return {
    subject: subjectJson(subject),
    permissions,
    actions: actions?.map(({ action, decision }) => ({ action, ...decision })) ?? null,
    tenant: tenant.id,
    environment,
    policyRevision: policyRevision ?? null,
  };
}

function subjectJson({ id, roles, standing, type }: SubjectFacts): SubjectJson {
  return { type, id, standing: standing ?? null, roles };
}
