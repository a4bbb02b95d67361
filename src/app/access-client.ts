import type { Decision, Grant, GrantedPermission } from '../components/access-contract.ts';
import type { JsonObject } from '../engine/json.ts';
import type { Page, PageRequest } from '../server/page.ts';

/** The part of the API that decides who may do what, within one tenant. */
export interface AccessClient {
  access: {
    check(question: AccessQuestionRequest): Promise<CheckedAccess>;
    /** Answers in the order of the questions, at most 1,000 of them. */
    checkMany(request: AccessQuestionsRequest): Promise<{ readonly data: readonly CheckedAccess[] }>;
    who(question: Omit<AccessQuestionRequest, 'subject'>, page: PageRequest): Promise<Page<EntitledSubject>>;
    can(request: AbilityRequest): Promise<SubjectAbility>;
  };
}

export interface AccessSubject {
  readonly type?: 'user' | 'service-account';
  readonly id: string;
  readonly properties?: JsonObject;
}

export interface AccessResource {
  /** Key of a ResourceType. */
  readonly type: string;
  readonly id?: string;
  readonly properties?: JsonObject;
}

export interface AccessQuestionRequest {
  /** May be left out where the key or the product has only one. */
  readonly tenant?: string;
  readonly subject: AccessSubject;
  /** `approve`, or narrowed to a scope: `read:self`. */
  readonly action: string;
  readonly resource: AccessResource;
  readonly context?: JsonObject;
}

export interface AccessQuestionsRequest {
  readonly tenant?: string;
  readonly checks: readonly Omit<AccessQuestionRequest, 'tenant'>[];
}

export interface AbilityRequest {
  readonly tenant?: string;
  readonly subject: AccessSubject;
  /** Each of its actions is decided as well. */
  readonly resource?: AccessResource;
  readonly context?: JsonObject;
}

/** A decision with its grounds: a grant, or a refusal. */
export type CheckedAccess = Decision & {
  /** `dec_…`: the entry in the decision log. */
  readonly id: string;
  readonly policyRevision: number;
  readonly subject: SubjectStanding;
};

export interface SubjectStanding {
  readonly type: 'user' | 'service-account';
  readonly id: string;
  /** What lets the subject act within the tenant at all; `none` lets nobody do anything. */
  readonly standing: 'member' | 'guest' | 'service-account' | 'none';
  readonly roles: readonly string[];
}

export interface EntitledSubject {
  readonly subject: SubjectStanding;
  readonly grant: Grant;
}

export interface SubjectAbility {
  readonly subject: SubjectStanding;
  readonly permissions: readonly GrantedPermission[];
  /** There where a resource was named. */
  readonly actions?: readonly (Decision & { readonly action: string })[];
  readonly policyRevision: number;
}
