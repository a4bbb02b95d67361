import type { TextOptions } from '../text-options.ts';
import { listed } from '../text/count.ts';
import { visible } from '../text/visible.ts';
import { wrap } from '../text/wrap.ts';

/** What allows it. */
export type GrantFacts =
  | {
      readonly by: 'role';
      readonly role: string;
      readonly declaredBy: string;
      readonly permission: string;
      readonly condition?: string;
      readonly scope?: string;
    }
  | { readonly by: 'relation'; readonly relation: string; readonly via?: ObjectFacts };

interface ObjectFacts {
  readonly type: string;
  readonly id: string;
}

export interface RefusalFacts {
  readonly reason: 'unknown-resource-type' | 'unknown-action' | 'unknown-scope' | 'no-grant' | 'not-covered';
  readonly missing: string;
  readonly nearMisses: readonly { readonly grant: GrantFacts; readonly because: string }[];
  readonly grantedBy: readonly string[];
}

export type DecisionFacts =
  | { readonly allowed: true; readonly grant: GrantFacts; readonly refusal: null }
  | { readonly allowed: false; readonly grant: null; readonly refusal: RefusalFacts };

/** What lets somebody act within a tenant at all; undefined where files were asked, which know nobody. */
export type Standing = 'member' | 'guest' | 'service-account' | 'none';

export interface SubjectFacts {
  readonly type: 'user' | 'service-account';
  readonly id: string;
  readonly roles: readonly string[];
  readonly standing?: Standing;
}

/** Why somebody may do nothing at all within a tenant, in a sentence; null where they belong to it. */
export function strangerSentence({ id, standing, type }: Omit<SubjectFacts, 'roles'>): string | null {
  if (standing !== 'none') return null;
  const what = type === 'user' ? 'neither a member nor a guest' : 'no service account';
  return `${visible(id)} is ${what} of this tenant, so no role and no relationship counts.`;
}

export interface QuestionFacts {
  readonly subject: SubjectFacts;
  readonly action: string;
  readonly resource: { readonly type: string; readonly id: string | null };
}

/** The answer in a line; with `explain` what it rests on, in sentences. */
export function formatDecision(
  question: QuestionFacts,
  decision: DecisionFacts,
  { style, width }: TextOptions,
  explain: boolean,
): string {
  const sentence = answerSentence(question, decision.allowed);
  const head = decision.allowed ? `${style.good('allowed')}  ${sentence}` : `${style.bad('denied')}  ${sentence}`;
  if (!explain) return head;
  return [head, ...explainDecision(question, decision).flatMap((line) => wrap(line, '  ', width))].join('\n');
}

function answerSentence({ action, resource, subject }: QuestionFacts, allowed: boolean): string {
  const what = resource.id === null ? resource.type : `${resource.type}:${resource.id}`;
  return `${visible(subject.id)} ${allowed ? 'may' : 'may not'} ${visible(action)} ${visible(what)}.`;
}

/** Sentences: what allowed it, or what is missing, what came near, and who could give it. */
export function explainDecision(question: QuestionFacts, { grant, refusal }: DecisionFacts): readonly string[] {
  if (grant !== null) return [grantSentence(question, grant)];
  return [
    reasonSentence(question, refusal),
    ...refusal.nearMisses.map(({ because, grant: near }) => `${sourcePhrase(near)}, but ${visible(because)}.`),
    // Whether somebody who does not belong to the tenant needs a role as well, nobody has looked at.
    ...(strangerSentence(question.subject) === null ? helpSentences(refusal) : []),
  ];
}

function grantSentence({ resource, subject }: QuestionFacts, grant: GrantFacts): string {
  if (grant.by === 'role') return `${grantPhrase(grant)}.`;
  const whole = visible(`${resource.type}:${resource.id ?? ''}`);
  const [relation = '', further] = grant.relation.split('.').map(visible);
  if (grant.via === undefined || further === undefined)
    return `${visible(subject.id)} is ${relation} of ${whole}, which allows it without a role.`;
  const via = visible(`${grant.via.type}:${grant.via.id}`);
  return `${visible(subject.id)} is ${further} of ${via}, the ${relation} of ${whole}, which allows it without a role.`;
}

/** `Role chief grants invoice:*, inherited from finance, when resource.amount < 5` */
function grantPhrase(grant: GrantFacts): string {
  if (grant.by === 'relation') return sourcePhrase(grant);
  const { condition, scope } = grant;
  return [
    sourcePhrase(grant),
    ...(scope === undefined ? [] : [`within the scope ${visible(scope)}`]),
    ...(condition === undefined ? [] : [`when ${visible(condition)}`]),
  ].join(', ');
}

/** The same without what it is bound to. */
function sourcePhrase(grant: GrantFacts): string {
  if (grant.by === 'relation') return `Relation ${visible(grant.relation)} allows it`;
  const { declaredBy, permission, role } = grant;
  const phrase = `Role ${visible(role)} grants ${visible(permission)}`;
  return declaredBy === role ? phrase : `${phrase}, inherited from ${visible(declaredBy)}`;
}

function reasonSentence({ action, resource, subject }: QuestionFacts, { missing, reason }: RefusalFacts): string {
  const who = visible(subject.id);
  const permission = visible(missing);
  switch (reason) {
    case 'unknown-resource-type':
      return `There is no resource type ${visible(resource.type)}.`;
    case 'unknown-action':
      return `${visible(resource.type)} has no action ${visible(action)}.`;
    case 'unknown-scope':
      return `${visible(resource.type)} has no such scope as that of ${permission}.`;
    case 'not-covered':
      return `What ${who} holds of ${permission} does not cover it.`;
    case 'no-grant': {
      const stranger = strangerSentence(subject);
      if (stranger !== null) return `It takes ${permission}. ${stranger}`;
      return subject.roles.length === 0
        ? `It takes ${permission}, and ${who} holds no role.`
        : `It takes ${permission}, and ${who} holds ${listed(subject.roles.map(visible), 10)}, which ${subject.roles.length === 1 ? 'does' : 'do'} not grant it.`;
    }
  }
}

function helpSentences({ grantedBy, reason }: RefusalFacts): readonly string[] {
  if (reason !== 'no-grant' && reason !== 'not-covered') return [];
  if (grantedBy.length === 0) return ['No other role grants it.'];
  const names = listed(grantedBy.map(visible));
  return [grantedBy.length === 1 ? `Role ${names} grants it.` : `Roles that grant it: ${names}.`];
}
