// Entries and rules for the tests of alerts.
import { readRule } from '../../../../src/components/audit/alerts/rules/read-rule.ts';
import { type CompiledRule, compileRule } from '../../../../src/components/audit/alerts/rules/compile-rule.ts';
import { RuleSet } from '../../../../src/components/audit/alerts/rules/rule-set.ts';
import type { AuditEntry } from '../../../../src/components/audit/entries/entry.ts';
import { conditionTests } from '../../../../src/components/features/condition-tests.ts';
import type { JsonObject } from '../../../../src/engine/json.ts';

/** Milliseconds after the beginning of 2027, as an instant. */
export function instant(after: number): string {
  return new Date(Date.UTC(2027, 0, 1) + after).toISOString();
}

export function entryAt(after: number, differing: Partial<AuditEntry> = {}): AuditEntry {
  return {
    id: 'aud_1',
    version: 1,
    timestamp: instant(after),
    environment: 'production',
    action: 'auth.login',
    outcome: 'failure',
    actor: { type: 'user', id: 'ada' },
    ...differing,
  };
}

export function ruleOf(body: JsonObject, key = 'rule'): CompiledRule {
  const rule = readRule(key, body);
  if (rule === null) throw new TypeError('the rule does not watch');
  return compileRule(rule, conditionTests);
}

export function ruleSet(...bodies: readonly JsonObject[]): RuleSet {
  return new RuleSet(bodies.map((body, index) => ruleOf(body, `rule-${index}`)));
}
