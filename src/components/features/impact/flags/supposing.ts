import { canonicalJson } from '../../../../engine/canonical-json.ts';
import type { JsonObject } from '../../../../engine/json.ts';
import type { AttributePath, Ruleset, Test } from '../../evaluation/ruleset.ts';

const always: Test = { op: 'all', of: [] };
const never: Test = { op: 'any', of: [] };

/** The ruleset with what is supposed of tests in place of them, by their text; those that are not named stay. */
export function supposing(ruleset: Ruleset, holds: ReadonlyMap<string, boolean>): Ruleset {
  return withTests(ruleset, (test) => {
    const held = holds.get(testText(test));
    return held === undefined ? test : held ? always : never;
  });
}

/** The texts of all tests that ask for such an attribute. */
export function testsOf(ruleset: Ruleset, asksFor: (attribute: AttributePath) => boolean): ReadonlySet<string> {
  const found = new Set<string>();
  withTests(ruleset, (test) => {
    if (asksFor(test.op === 'share' ? test.by : test.of)) found.add(testText(test));
    return test;
  });
  return found;
}

type AskingTest = Extract<Test, { readonly op: 'attribute' | 'share' }>;

function testText(test: AskingTest): string {
  // Plain JSON by its making.
  return canonicalJson(test as unknown as JsonObject);
}

function withTests(ruleset: Ruleset, change: (test: AskingTest) => Test): Ruleset {
  const flags = Object.entries(ruleset.flags).map(([key, flag]) => {
    const rules = flag.rules?.map((rule) => (rule.if === undefined ? rule : { ...rule, if: changed(rule.if, change) }));
    return [key, rules === undefined ? flag : { ...flag, rules }] as const;
  });
  const segments = Object.entries(ruleset.segments).map(([key, segment]) => {
    const rules = segment.rules?.map((rule) => ({ ...rule, if: changed(rule.if, change) }));
    return [key, rules === undefined ? segment : { ...segment, rules }] as const;
  });
  return { ...ruleset, flags: Object.fromEntries(flags), segments: Object.fromEntries(segments) };
}

function changed(test: Test, change: (test: AskingTest) => Test): Test {
  switch (test.op) {
    case 'all':
    case 'any':
      return { ...test, of: test.of.map((one) => changed(one, change)) };
    case 'not':
      return { ...test, of: changed(test.of, change) };
    case 'attribute':
    case 'share':
      return change(test);
    default:
      return test;
  }
}
