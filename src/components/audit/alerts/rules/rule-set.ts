import type { AuditEntry } from '../../entries/entry.ts';
import type { CompiledRule } from './compile-rule.ts';

/** Names of actions are few; whoever invents them endlessly makes rules be looked through again, and nothing else. */
const mostActions = 10_000;

/** Rules found by the action of an entry: a thousand of them cost no more than those that may concern it. */
export class RuleSet {
  readonly rules: readonly CompiledRule[];
  readonly #byAction = new Map<string, readonly CompiledRule[]>();

  constructor(rules: readonly CompiledRule[]) {
    this.rules = rules;
  }

  /** Whether an entry need be read at all: `text` is its body, as it is stored. */
  mayConcern(action: string, text: string): boolean {
    return this.#of(action).length > 0 || (this.rules.length > 0 && text.includes('"changes":['));
  }

  /** Those that an entry may concern, in their order. */
  concerning(entry: AuditEntry): readonly CompiledRule[] {
    const actions = actionsOf(entry);
    const [only] = actions;
    if (actions.size === 1 && only !== undefined) return this.#of(only);
    const concerned = new Set([...actions].flatMap((action) => this.#of(action)));
    return this.rules.filter((rule) => concerned.has(rule));
  }

  #of(action: string): readonly CompiledRule[] {
    const known = this.#byAction.get(action);
    if (known !== undefined) return known;
    const concerned = this.rules.filter((rule) => rule.mayConcern(action));
    if (this.#byAction.size >= mostActions) this.#byAction.clear();
    this.#byAction.set(action, concerned);
    return concerned;
  }
}

/** Its own, and those of all that it changed. */
function actionsOf({ action, changes }: AuditEntry): ReadonlySet<string> {
  const actions = new Set([action]);
  if (changes !== undefined && !('digest' in changes)) for (const change of changes) actions.add(change.action);
  return actions;
}
