import { parseYamlValue } from '../../src/engine/source/parse-yaml-value.ts';
import { isJsonObject, type JsonObject } from '../../src/engine/json.ts';
import type { Beside, BodyFinding, BodyReference, FindBody, KindPolicy } from '../../src/engine/model/registry.ts';

/** A body as a user writes it, without `kind` and `key`. */
export function bodyFrom(yaml: string): JsonObject {
  const { value, problems } = parseYamlValue(yaml);
  if (problems.length > 0 || !isJsonObject(value)) throw new Error(`not a mapping: ${yaml}`);
  return value;
}

/** What the policy finds in a body, as `code pointer`, with `key` where the key is blamed. */
export function checked(policy: KindPolicy | undefined, yaml: string): readonly string[] {
  return (policy?.check?.(bodyFrom(yaml)) ?? []).map(place);
}

/** The same for checks beside other bodies, which are given by `Kind/key`; the body's own key is `self` unless it is given. */
export function checkedAgainst(
  policy: KindPolicy | undefined,
  yaml: string,
  others: { readonly [name: string]: string },
  { key = 'self', kinds = [], mode = 'test' }: Partial<Omit<Beside, 'all'>> = {},
): readonly string[] {
  const find: FindBody = (kind, key) => {
    const other = others[`${kind}/${key}`];
    return other === undefined ? undefined : bodyFrom(other);
  };
  const all = (kind: string) =>
    Object.keys(others)
      .filter((name) => name.startsWith(`${kind}/`))
      .map((name) => ({ key: name.slice(kind.length + 1), body: bodyFrom(others[name] ?? '') }));
  return (policy?.checkAgainst?.(bodyFrom(yaml), find, { key, all, kinds, mode }) ?? []).map(place);
}

/** What a body refers to beyond its model, as `pointer → Kind/key path:name`. */
export function referred(policy: KindPolicy | undefined, yaml: string): readonly string[] {
  return (policy?.references?.(bodyFrom(yaml)) ?? []).map(describeReference);
}

function place({ code, pointer, atKey, of }: BodyFinding): string {
  const where = of === undefined ? pointer : `${of.kind}/${of.key}#${pointer}`;
  return `${code} ${where}${atKey === true ? ' key' : ''}`;
}

function describeReference({ pointer, kind, key, member }: BodyReference): string {
  return `${pointer} → ${kind}/${key}${member === undefined ? '' : ` ${member.path}:${member.name}`}`;
}
