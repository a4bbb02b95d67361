import type { Transaction } from '../../../../db/contract.ts';
import type { ConditionTests } from '../../../ports.ts';
import { type CompiledRule, compileRule } from '../rules/compile-rule.ts';
import { readRule } from '../rules/read-rule.ts';
import type { Rule } from '../rules/rule.ts';
import { RuleSet } from '../rules/rule-set.ts';
import { selectRevisions, selectRules } from './queries.ts';

/** More than these at once are compiled again each time. */
const mostEnvironments = 1000;

/** The rules of environments, compiled once for each revision. */
export class LiveRules {
  readonly #conditions: ConditionTests;
  readonly #report: (problem: unknown) => void;
  readonly #known = new Map<string, { readonly revision: number; readonly rules: RuleSet }>();

  /** `report` is told of rules that cannot be compiled; the others are watched all the same. */
  constructor(conditions: ConditionTests, report: (problem: unknown) => void) {
    this.#conditions = conditions;
    this.#report = report;
  }

  /** Of environments that exist, by id. */
  async read(tx: Transaction, environmentIds: ReadonlySet<string>): Promise<ReadonlyMap<string, RuleSet>> {
    const found = new Map<string, RuleSet>();
    if (environmentIds.size === 0) return found;
    for (const { id, revision } of await selectRevisions(tx, [...environmentIds])) {
      const known = this.#known.get(id);
      const rules = known?.revision === revision ? known.rules : await this.#compile(tx, id);
      if (this.#known.size >= mostEnvironments) this.#known.clear();
      this.#known.set(id, { revision, rules });
      found.set(id, rules);
    }
    return found;
  }

  async #compile(tx: Transaction, environmentId: string): Promise<RuleSet> {
    const rows = await selectRules(tx, environmentId);
    const rules = rows.map(({ body, key }) => readRule(key, body)).filter((rule) => rule !== null);
    return new RuleSet(rules.flatMap((rule) => this.#compiled(rule)));
  }

  #compiled(rule: Rule): readonly CompiledRule[] {
    try {
      return [compileRule(rule, this.#conditions)];
    } catch (problem) {
      this.#report(problem);
      return [];
    }
  }
}
