import type { EntitlementGate, FlagRules, Ruleset, SegmentRules, TenantFacts } from '../../evaluation/ruleset.ts';
import type { VersionedRuleset } from '../../evaluation/ruleset-patch.ts';
import type { FlagClientOptions } from '../contract.ts';
import { FlagClient } from '../flag-client.ts';
import { type CompileExpression, type CompileTestCondition, testConditionCompiler } from './compile-test-condition.ts';
import type { TestSegment } from './condition.ts';
import { TestFlag } from './test-flag.ts';

/**
 * Flags for tests, set in code and evaluated by the evaluator that production has, without a network:
 *
 *     const flags = TestFlagData.create();
 *     flags.flag('new-checkout').rule({ 'tenant.plan': ['pro', 'enterprise'] }, 'on').fallthrough('off');
 *     const client = flags.client();
 */
export class TestFlagData {
  readonly #clients = new Set<(next: VersionedRuleset) => void>();
  readonly #flags = new Map<string, TestFlag>();
  readonly #compile: CompileTestCondition;
  #ruleset: Ruleset;

  private constructor(ruleset: Ruleset, compileExpression: CompileExpression | undefined) {
    this.#ruleset = ruleset;
    this.#compile = testConditionCompiler(compileExpression, (key) => Object.hasOwn(this.#ruleset.segments, key));
  }

  /**
   * Without any flags, or with those of a ruleset: what a server's `flags.ruleset` answered, for instance. Conditions with
   * `matches` need `compileExpression`.
   */
  static create(from?: Ruleset, options: { readonly compileExpression?: CompileExpression } = {}): TestFlagData {
    const none = {
      format: 1,
      environment: 'test',
      revision: 0,
      madeAt: 0,
      flags: {},
      segments: {},
      entitlements: {},
    } as const;
    return new TestFlagData(from ?? none, options.compileExpression);
  }

  /** The same object again for the same key. A flag that was not there is on, and true for everybody. */
  flag(key: string): TestFlag {
    const known = this.#flags.get(key);
    if (known !== undefined) return known;
    const rules = Object.hasOwn(this.#ruleset.flags, key) ? this.#ruleset.flags[key] : undefined;
    const flag = new TestFlag(key, rules, {
      compile: this.#compile,
      update: (changed) => this.#put('flags', key, changed),
    });
    this.#flags.set(key, flag);
    return flag;
  }

  /** From now on there is no such flag. */
  remove(key: string): this {
    this.#flags.delete(key);
    this.#put('flags', key, undefined);
    return this;
  }

  /** For rules that ask `{ segment: key }`. Its own rules are written as those of flags are. */
  segment(key: string, { rules, ...members }: TestSegment): this {
    const compiled = rules?.map((rule) => ({ ...rule, if: this.#compile(rule.if, key) }));
    this.#put('segments', key, { ...members, ...(compiled === undefined ? {} : { rules: compiled }) });
    return this;
  }

  /** For flags that ask for it by `rules({ entitlement: key })`. */
  entitlement(key: string, gate: EntitlementGate): this {
    this.#put('entitlements', key, gate);
    return this;
  }

  /** What is known of a tenant that its context does not say. */
  tenant(id: string, facts: TenantFacts): this {
    this.#put('tenants', id, facts);
    return this;
  }

  /** As it holds now. */
  ruleset(): Ruleset {
    return this.#ruleset;
  }

  /** One that feels every change of this from now on, until it is closed. It is VALID at once. */
  client(options: Omit<FlagClientOptions, 'apiKey' | 'baseUrl' | 'mode' | 'bootstrap' | 'reports'> = {}): FlagClient {
    const source = (replace: (next: VersionedRuleset) => void): (() => void) => {
      this.#clients.add(replace);
      return () => this.#clients.delete(replace);
    };
    return new FlagClient({ ...options, mode: 'offline', bootstrap: this.#versioned(), source });
  }

  #put(
    part: 'flags' | 'segments' | 'entitlements' | 'tenants',
    key: string,
    value: FlagRules | SegmentRules | EntitlementGate | TenantFacts | undefined,
  ): void {
    const entries = new Map<string, unknown>(Object.entries(this.#ruleset[part] ?? {}));
    if (value === undefined) entries.delete(key);
    else entries.set(key, value);
    const revision = this.#ruleset.revision + 1;
    this.#ruleset = { ...this.#ruleset, revision, [part]: Object.fromEntries(entries) };
    const next = this.#versioned();
    for (const replace of this.#clients) replace(next);
  }

  #versioned(): VersionedRuleset {
    return { version: `test-${this.#ruleset.revision}`, ruleset: this.#ruleset };
  }
}
