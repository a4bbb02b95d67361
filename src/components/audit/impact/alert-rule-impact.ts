import type { Session } from '../../../db/contract.ts';
import type { DraftChange } from '../../../engine/changeset/draft-change.ts';
import type { Somebody, ToldEffect, ToldImpact } from '../../../engine/changeset/impact.ts';
import type { JsonObject } from '../../../engine/json.ts';
import type { ImpactContext } from '../../contract.ts';
import { type Backtest, backtest, mostEntries } from '../alerts/backtest/backtest.ts';
import type { Firing } from '../alerts/firing.ts';
import { compileRule } from '../alerts/rules/compile-rule.ts';
import { readRule } from '../alerts/rules/read-rule.ts';
import type { Rule } from '../alerts/rules/rule.ts';
import { amount } from './amount.ts';

const days = 30;
const day = 86_400_000;
const figures = ['alarmsAdded', 'alarmsMissed'];

interface Asked {
  readonly change: DraftChange;
  /** Null: it does not watch. */
  readonly before: Rule | null;
  readonly after: Rule | null;
}

/**
 * When changed rules would have raised their alarms of late, before and after. Everything that changes is evaluated in
 * one pass over the entries there are.
 */
export async function alertRuleImpact(
  changes: readonly DraftChange[],
  session: Session,
  { now, ports: { conditions } }: ImpactContext,
): Promise<readonly (ToldImpact | null)[]> {
  if (conditions === undefined || !changes.some(({ kind }) => kind === 'AlertRule')) return changes.map(() => null);
  const asked = changes.map((change, index) => (change.kind === 'AlertRule' ? askedOf(change, index) : null));
  const rules = asked.flatMap((one) => (one === null || isTheSame(one) ? [] : [one.before, one.after]));
  const compiled = rules.filter((rule) => rule !== null).map((rule) => compileRule(rule, conditions));
  // From a midnight on, so that it is one span all day.
  const since = new Date(Math.floor(now.getTime() / day) * day - days * day);
  const found = compiled.length === 0 ? null : await backtest(session, compiled, { since, until: now });
  return asked.map((one) => (one === null ? null : told(one, found)));
}

/** Under names that no two rules of the backtest share. */
function askedOf(change: DraftChange, index: number): Asked {
  const read = (when: string, body: JsonObject | null): Rule | null =>
    body === null ? null : readRule(`${index} ${when}`, body);
  return { change, before: read('before', change.before), after: read('after', change.after) };
}

/** When it is raised stays as it is. */
function isTheSame({ after, before }: Asked): boolean {
  if (before === null || after === null) return before === after;
  return before.patternHash === after.patternHash && before.cooldown === after.cooldown;
}

function told(asked: Asked, found: Backtest | null): ToldImpact {
  const { after, before, change } = asked;
  if (isTheSame(asked) || found === null) {
    const none = before === null ? 'it does not watch' : 'when it is raised stays as it is';
    return { effects: [], unknown: [], none };
  }
  const [was, is] = [before, after].map((rule) => found.firings.filter((firing) => firing.rule.key === rule?.key));
  const [earlier, later] = [byPlace(was ?? []), byPlace(is ?? [])];
  const added = [...later].flatMap(([place, firing]) => (earlier.has(place) ? [] : [firing]));
  const missed = [...earlier].flatMap(([place, firing]) => (later.has(place) ? [] : [firing]));
  const instead = before === null || after === null ? '' : `, ${amount(later.size)} instead of ${amount(earlier.size)}`;
  const span = found.complete ? `in the last ${days} days` : `in the newest ${amount(mostEntries)} entries`;
  const effects = [
    effect('alarmsAdded', `${amount(added.length, 'more alarm')} ${span}${instead}`, added, change),
    effect('alarmsMissed', `${amount(missed.length, 'fewer alarm')} ${span}${instead}`, missed, change),
  ].filter(({ groups: [group] }) => group !== undefined && group.who.length > 0);
  return { effects, unknown: unknownOf(found), none: noneOf(found, later.size, span) };
}

function byPlace(firings: readonly Firing[]): ReadonlyMap<string, Firing> {
  return new Map(
    firings.map((firing) => [JSON.stringify([firing.tenantId, firing.key, firing.sequence]), firing] as const),
  );
}

function effect(figure: string, text: string, firings: readonly Firing[], { key, kind }: DraftChange): ToldEffect {
  const who = firings.map(
    ({ at, key: of, sequence, tenantId }): Somebody => ({
      name: [new Date(at).toISOString().replace('T', ' ').slice(0, 19), of].filter((part) => part !== '').join(' '),
      ...(tenantId === '' ? {} : { tenant: tenantId }),
      subject: { type: 'entry', id: `${of} ${sequence}`.trimStart() },
      resource: { kind, key },
    }),
  );
  return { figure, text, groups: [{ who, what: {} }] };
}

function unknownOf({ complete, from }: Backtest): ToldImpact['unknown'] {
  if (complete) return [];
  const moment = from.toISOString().replace('T', ' ').slice(0, 16);
  const reason = `what it would have raised before ${moment} is not known: only the newest ${amount(mostEntries)} entries are looked at`;
  return [{ reason, figures }];
}

function noneOf({ entries }: Backtest, alarms: number, span: string): string {
  if (entries === 0) return `no alarm ${span}: there are no audit entries of that time`;
  return alarms === 0 ? `no alarm ${span}` : `the same ${amount(alarms, 'alarm')} ${span}`;
}
