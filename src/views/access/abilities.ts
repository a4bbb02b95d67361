import type { Style } from '../style.ts';
import { table } from '../text/table.ts';
import { visible } from '../text/visible.ts';
import { type DecisionFacts, type GrantFacts, strangerSentence, type SubjectFacts } from './decision.ts';

export interface WhoFacts {
  readonly permission: string;
  readonly roles: readonly {
    readonly role: string;
    readonly ways: readonly (GrantFacts & { readonly by: 'role' })[];
  }[];
  readonly relations: readonly string[];
}

/** Roles by which something is allowed, one line for each way, then the relations that suffice without a role. */
export function formatWho({ permission, relations, roles }: WhoFacts, style: Style): string {
  const rows = roles.flatMap(({ role, ways }) =>
    ways.map((way) => [visible(role), visible(way.permission), fromAndWhen(way, role)]),
  );
  const lines = [
    ...(rows.length === 0 ? [`No role grants ${visible(permission)}.`] : table(['ROLE', 'GRANTS', 'HOW'], rows, style)),
    ...(relations.length === 0
      ? []
      : [
          '',
          ...table(
            ['RELATION'],
            relations.map((name) => [visible(name)]),
            style,
          ),
        ]),
  ];
  return lines.join('\n');
}

/** Somebody who may do it, and by what. */
export interface EntitledFacts {
  readonly subject: {
    readonly type: string;
    readonly id: string;
    readonly standing: string;
    readonly roles: readonly string[];
  };
  readonly grant: GrantFacts;
}

export function formatEntitled(entitled: readonly EntitledFacts[], style: Style): string {
  if (entitled.length === 0) return 'Nobody in this tenant may do it.';
  const rows = entitled.map(({ grant, subject }) => [
    visible(subject.type === 'user' ? subject.id : `${subject.type}:${subject.id}`),
    visible(subject.standing),
    visible(by(grant)),
  ]);
  return table(['WHO', 'IS', 'BY'], rows, style).join('\n');
}

function fromAndWhen({ condition, declaredBy, scope }: GrantFacts & { readonly by: 'role' }, role: string): string {
  const parts = [
    ...(scope === undefined ? [] : [`within ${visible(scope)}`]),
    ...(condition === undefined ? [] : [`when ${visible(condition)}`]),
  ];
  const how = parts.length === 0 ? 'always' : parts.join(', ');
  return declaredBy === role ? how : `${how}, from ${visible(declaredBy)}`;
}

export interface CanFacts {
  readonly subject: Omit<SubjectFacts, 'roles'>;
  readonly permissions: readonly {
    readonly permission: string;
    readonly declaredBy: string;
    readonly condition?: string;
  }[];
  readonly actions: readonly { readonly action: string; readonly decision: DecisionFacts }[] | null;
}

/** What the roles grant; of a resource, which of its actions are allowed. Of whoever belongs elsewhere, that they do. */
export function formatCan({ actions, permissions, subject }: CanFacts, style: Style): string {
  const stranger = strangerSentence(subject);
  if (actions !== null) {
    const rows = actions.map(({ action, decision }) => [
      visible(action),
      decision.allowed ? style.good('allowed') : style.bad('denied'),
      visible(decision.allowed ? by(decision.grant) : (decision.refusal.nearMisses[0]?.because ?? '')),
    ]);
    return [...table(['ACTION', 'ANSWER', 'BY'], rows, style), ...(stranger === null ? [] : ['', stranger])].join('\n');
  }
  if (stranger !== null) return stranger;
  if (permissions.length === 0) return `No role grants ${visible(subject.id)} anything.`;
  const rows = permissions.map(({ condition, declaredBy, permission }) => [
    visible(permission),
    visible(declaredBy),
    condition === undefined ? '' : `when ${visible(condition)}`,
  ]);
  return table(['PERMISSION', 'FROM', ''], rows, style).join('\n');
}

function by(grant: GrantFacts): string {
  return grant.by === 'role' ? `role ${grant.role}` : `relation ${grant.relation}`;
}
