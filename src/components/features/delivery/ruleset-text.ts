import { hash } from 'node:crypto';

/*
 * Flags and segments are the bulk of a ruleset, and a change replaces one or two of them: the objects of the others are
 * those of the ruleset before. So what was made of an object is made once. Nobody may change one.
 */
const texts = new WeakMap<object, string>();
const digests = new WeakMap<object, string>();

/** As `JSON.stringify` writes it. */
export function rulesetText(ruleset: object): string {
  return withEntries(ruleset, textOf);
}

/** The same for rulesets that say the same, and for no others. */
export function rulesetDigest(ruleset: object): string {
  return digest(withEntries(ruleset, (rules) => remembered(digests, rules, () => `"${digest(textOf(rules))}"`)));
}

function textOf(rules: object): string {
  return remembered(texts, rules, () => JSON.stringify(rules));
}

function withEntries(ruleset: object, write: (rules: object) => string): string {
  const fields = Object.entries(ruleset).flatMap(([name, value]: [string, unknown]) => {
    const text = name === 'flags' || name === 'segments' ? entriesAs(Object(value), write) : JSON.stringify(value);
    return text === undefined ? [] : [`${JSON.stringify(name)}:${text}`];
  });
  return `{${fields.join()}}`;
}

function entriesAs(entries: object, write: (rules: object) => string): string {
  const written = Object.entries(entries).map(
    ([key, rules]: [string, object]) => `${JSON.stringify(key)}:${write(rules)}`,
  );
  return `{${written.join()}}`;
}

function remembered(made: WeakMap<object, string>, of: object, make: () => string): string {
  const known = made.get(of);
  if (known !== undefined) return known;
  const text = make();
  made.set(of, text);
  return text;
}

function digest(text: string): string {
  return hash('sha256', text);
}
