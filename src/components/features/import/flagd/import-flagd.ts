import { isJsonObject, type Json, type JsonObject } from '../../../../engine/json.ts';
import { entriesOf, objectOf, textOf } from '../../../../engine/json-fields.ts';
import type { FlagImport } from '../../../flag-import-contract.ts';
import { Draft, type Subject } from '../draft.ts';
import { Inexpressible } from '../inexpressible.ts';
import { Keys, sayRenamed } from '../keys.ts';
import { isOfOneType, nameVariations } from '../variation-names.ts';
import { rulesOf } from './targeting.ts';

/** Flag definitions: `flags` by key, and `$evaluators`, conditions that several flags share. */
export function importFlagd(exported: Json): FlagImport {
  const draft = new Draft();
  const { $evaluators: evaluators, flags } = objectOf(exported);
  if (!isJsonObject(flags)) {
    draft.changed('import/not-an-export', undefined, 'There are no `flags` in it.');
    return draft.done();
  }
  const keys = new Keys(Object.keys(flags));
  for (const [key, flag] of entriesOf(flags)) {
    const subject = draft.subject(`flag ${key}`, `flagd's flag ${key}`);
    const body = draft.attempt('import/flag-left-out', subject, 'It was left out', () =>
      bodyOf(key, objectOf(flag), objectOf(evaluators), draft, subject),
    );
    if (body === undefined) continue;
    sayRenamed(key, keys.of(key), draft, subject);
    draft.add('Flag', keys.of(key), body, subject);
  }
  return draft.done();
}

function bodyOf(key: string, flag: JsonObject, evaluators: JsonObject, draft: Draft, subject: Subject): JsonObject {
  const variants = entriesOf(flag['variants']);
  if (variants.length === 0 || !isOfOneType(variants.map(([, value]) => value)))
    throw new Inexpressible('its variants are of several types, or none');
  const names = nameVariations(
    variants.map(([name, value]) => ({ name, value })),
    true,
  );
  const named = new Map(variants.map(([variant], index) => [variant, names[index]]));
  variants.forEach(([variant], index) => {
    if (variant !== names[index])
      draft.changed('import/renamed', subject, `Its variant \`${variant}\` is \`${names[index]}\` now.`);
  });
  const fallthrough = named.get(textOf(flag['defaultVariant']) ?? '');
  const isOff = flag['state'] !== 'ENABLED';
  if ((isOff || fallthrough === undefined) && names.includes('off'))
    draft.changed(
      'import/off-variation',
      subject,
      'It left the value to the code; here it answers with its variation `off`.',
    );
  const targeting = resolved(flag['targeting'] ?? null, entriesOf(evaluators), 0);
  const rules =
    isJsonObject(targeting) && Object.keys(targeting).length > 0
      ? rulesOf(targeting, {
          flag: key,
          otherwise: fallthrough,
          nameOf: (variant) => named.get(variant),
          rounded: () => {
            const message = 'Its weights are finer than a thousandth of a percent and were rounded.';
            if (!subject.comments.includes(message)) draft.changed('import/percentage-rounded', subject, message);
          },
        })
      : [];
  return {
    ...(isOff ? { state: 'off' } : {}),
    variations: Object.fromEntries(names.map((name, index) => [name, variants[index]?.[1] ?? null])),
    ...withoutLast(rules, fallthrough),
  };
}

/** What stands behind a rule for everybody is never reached, and the last rule for everybody is the fallthrough. */
function withoutLast(rules: readonly JsonObject[], fallthrough: string | undefined): JsonObject {
  const end = rules.findIndex(({ if: condition, serve }) => condition === undefined && typeof serve === 'string');
  const { serve: last = fallthrough } = rules[end] ?? {};
  const kept = end === -1 ? rules : rules.slice(0, end);
  return { ...(kept.length === 0 ? {} : { rules: [...kept] }), ...(last === undefined ? {} : { fallthrough: last }) };
}

/**
 * With the shared conditions in place of the references to them, in the order in which they stand: one that refers to
 * another is resolved only where that comes later. @throws Inexpressible
 */
function resolved(node: Json, evaluators: readonly (readonly [string, Json])[], depth: number): Json {
  if (depth > 200) throw new Inexpressible('its targeting is nested too deeply');
  if (Array.isArray(node)) return node.map((inner) => resolved(inner, evaluators, depth + 1));
  if (!isJsonObject(node)) return node;
  const { $ref: reference, ...others } = node;
  if (typeof reference !== 'string' || Object.keys(others).length > 0)
    return Object.fromEntries(entriesOf(node).map(([name, inner]) => [name, resolved(inner, evaluators, depth + 1)]));
  const index = evaluators.findIndex(([name]) => name === reference);
  const [, shared] = evaluators[index] ?? [];
  if (shared === undefined)
    throw new Inexpressible(`there is no evaluator \`${reference}\`, or only before the one that refers to it`);
  return resolved(shared, evaluators.slice(index + 1), depth + 1);
}
