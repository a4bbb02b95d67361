import type { KindRegistry } from '../model/registry.ts';
import { parsePath } from '../diff/field-path.ts';
import type { ModelSchema } from '../model/model.ts';
import { schemasAlong } from '../model/schema-at.ts';
import { type ChangeAction, type EnvironmentSettings, resourceName } from '../resource.ts';
import type { Change, ChangesetSummary, FieldChange, GuardrailFinding } from './changeset.ts';
import { limitedFigure } from './figures.ts';
import type { ImpactTotals } from './impact.ts';
import { modelOf } from './model-of.ts';

/** `{ membersLosingPermission: 14 }`: lets exactly this figure be over its limit, and no other. */
export type AllowedFigures = { readonly [figure: string]: number };

export interface GuardrailQuestion {
  readonly changes: readonly Change[];
  readonly summary: ChangesetSummary;
  readonly impact: ImpactTotals;
  /** As last applied, so that a change cannot loosen the guardrail it would break; null before the first apply. */
  readonly settings: EnvironmentSettings | null;
  /** Whether the changeset also changes the environment's own settings. */
  readonly settingsChange: boolean;
  readonly allow: AllowedFigures;
}

/** What stands between a changeset and its apply. */
export function findGuardrails(question: GuardrailQuestion, registry: KindRegistry): readonly GuardrailFinding[] {
  const { changes, settings } = question;
  return [
    ...protectedResources(changes),
    ...immutableFields(changes, registry),
    ...brokenPromises(changes, registry),
    ...(settings === null ? [] : environmentRules(question, settings)),
  ];
}

function protectedResources(changes: readonly Change[]): readonly GuardrailFinding[] {
  return changes
    .filter(
      (change) => (change.action === 'delete' || change.action === 'rename') && change.before?.['protect'] === true,
    )
    .map((change) => {
      const [done, next] = change.action === 'delete' ? ['deleted', 'remove'] : ['renamed', 'rename'];
      return {
        rule: 'protect',
        outcome: 'refused',
        message: `${change.kind}/${change.from ?? change.key} is protected and cannot be ${done}: apply it once with protect: false, then ${next} it`,
        resources: [identity(change)],
      };
    });
}

function immutableFields(changes: readonly Change[], registry: KindRegistry): readonly GuardrailFinding[] {
  return changes.flatMap((change) => {
    const { schema } = modelOf(change.kind, registry);
    return change.fields
      .filter((field) => breaksImmutable(field, schema))
      .map(
        (field): GuardrailFinding => ({
          rule: 'immutable',
          outcome: 'refused',
          message: `${field.path} of ${resourceName(change)} cannot change once applied: give the new one another key`,
          resources: [identity(change)],
        }),
      );
  });
}

/** What the owner of a kind lets nobody change: `immutable` of a retention policy. */
function brokenPromises(changes: readonly Change[], registry: KindRegistry): readonly GuardrailFinding[] {
  return changes.flatMap((change): readonly GuardrailFinding[] => {
    const reason =
      change.before === null ? null : registry.kinds.get(change.kind)?.policy.refuses?.(change.before, change.after);
    if (reason === null || reason === undefined) return [];
    const message = `${change.kind}/${change.from ?? change.key} ${reason}`;
    return [{ rule: 'immutable', outcome: 'refused', message, resources: [identity(change)] }];
  });
}

function environmentRules(question: GuardrailQuestion, settings: EnvironmentSettings): readonly GuardrailFinding[] {
  const { changes } = question;
  const findings: GuardrailFinding[] = [];
  if (settings.protect) findings.push(...environmentProtection(question));
  for (const action of settings.guardrails.requireApproval ?? []) {
    const concerned = changes.filter((change) => change.action === action);
    if (concerned.length > 0)
      findings.push(approval('requireApproval', `${needing(concerned.length, action)} an approval`, concerned));
  }
  for (const [rule, limit] of Object.entries(settings.guardrails.limits))
    findings.push(...limitFindings(rule, limit, question));
  return findings;
}

/** `protect` on an environment refuses every delete and wants an approval for the rest, its own settings included. */
function environmentProtection({ changes, settingsChange }: GuardrailQuestion): readonly GuardrailFinding[] {
  const deletes = changes.filter((change) => change.action === 'delete');
  const others = changes.filter((change) => change.action !== 'delete');
  const findings: GuardrailFinding[] = [];
  if (deletes.length > 0) {
    const message = `the environment is protected: nothing can be deleted in it (${plural(deletes.length, 'delete')} planned)`;
    findings.push({ rule: 'protect', outcome: 'refused', message, resources: deletes.map(identity) });
  }
  if (others.length > 0) {
    findings.push(
      approval('protect', `the environment is protected: ${needing(others.length, 'change')} an approval`, others),
    );
  }
  if (settingsChange) {
    findings.push(approval('protect', 'the environment is protected: a change of its settings needs an approval', []));
  }
  return findings;
}

/** What is known refuses; to allow that by name allows nothing of what is not known, which still wants its approval. */
function limitFindings(rule: string, limit: number, question: GuardrailQuestion): readonly GuardrailFinding[] {
  return [overLimit(rule, limit, question), unknownFigure(rule, limit, question)].filter((finding) => finding !== null);
}

function overLimit(rule: string, limit: number, question: GuardrailQuestion): GuardrailFinding | null {
  const name = limitedFigure(rule);
  const { changes, figure } = countedFigure(name, question);
  if (figure <= limit) return null;
  const allowed = question.allow[name];
  const outcome = allowed === figure ? 'allowed' : 'refused';
  const named = allowed === undefined ? '' : allowed === figure ? ', which was allowed by name' : `, not ${allowed}`;
  const message = `${rule} allows ${limit}, this changeset has ${figure}${named}`;
  return { rule, outcome, message, limit, figure, resources: changes.map(identity) };
}

function unknownFigure(rule: string, limit: number, question: GuardrailQuestion): GuardrailFinding | null {
  const name = limitedFigure(rule);
  const unknown = question.changes.filter((change) => change.impact.unknownFigures?.includes(name));
  if (unknown.length === 0) return null;
  const message = `${rule} allows ${limit}; the figure is unknown for ${unknown.map(resourceName).slice(0, 3).join(', ')}${unknown.length > 3 ? ' …' : ''}`;
  return { ...approval(rule, message, unknown), limit };
}

const summaryFigures: Readonly<Record<string, ChangeAction>> = {
  creates: 'create',
  updates: 'update',
  deletes: 'delete',
  renames: 'rename',
};

function countedFigure(
  name: string,
  { changes, impact, summary }: GuardrailQuestion,
): { readonly figure: number; readonly changes: readonly Change[] } {
  const action = summaryFigures[name];
  if (action !== undefined)
    return { figure: summary[action], changes: changes.filter((change) => change.action === action) };
  if (name === 'changes') return { figure: changes.length, changes };
  const concerned = changes.filter((change) => (change.impact.figures?.[name] ?? 0) > 0);
  return { figure: impact.figures[name] ?? 0, changes: concerned };
}

function approval(rule: string, message: string, changes: readonly Change[]): GuardrailFinding {
  return { rule, outcome: 'needs-approval', message, resources: changes.map(identity) };
}

/** An absent field has its default; one without a default may be given a value later. */
function breaksImmutable(field: FieldChange, schema: ModelSchema): boolean {
  const path = parsePath(field.path);
  const fixed = path === null ? undefined : schemasAlong(path, schema).find((met) => met['x-immutable'] === true);
  if (fixed === undefined) return false;
  const before = field.before ?? fixed['x-default'];
  return before !== undefined && before !== (field.after ?? fixed['x-default']);
}

function needing(count: number, noun: string): string {
  return `${plural(count, noun)} ${count === 1 ? 'needs' : 'need'}`;
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function identity({ kind, key }: Change): { readonly kind: string; readonly key: string } {
  return { kind, key };
}
