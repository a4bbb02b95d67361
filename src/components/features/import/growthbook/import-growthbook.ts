import { isJsonObject, type Json, type JsonObject } from '../../../../engine/json.ts';
import { entriesOf, listOf, objectOf, textOf } from '../../../../engine/json-fields.ts';
import type { FlagImport, ImportOptions } from '../../../flag-import-contract.ts';
import { Draft } from '../draft.ts';
import { Keys, sayRenamed } from '../keys.ts';
import { Lists } from '../lists.ts';
import { leadingGates, prerequisitesOf } from './gates.ts';
import { Groups } from './groups.ts';
import { ruleOf } from './rules.ts';
import { type Variations, variationsOf } from './variations.ts';

interface Feature {
  readonly key: string;
  readonly source: JsonObject;
  readonly variations: Variations;
  /** Somebody may be given no value: the feature is gated, or has no default. */
  readonly mayBeNull: boolean;
}

/** The payload that its SDKs read: `features`, and beside them `savedGroups`. */
export function importGrowthBook(exported: Json, { lists: paths = [] }: ImportOptions): FlagImport {
  const draft = new Draft();
  const payload = objectOf(exported);
  if (!isJsonObject(payload['features'])) {
    const message = textOf(payload['encryptedFeatures'])
      ? 'The features are encrypted; take the payload of an SDK connection without encryption.'
      : 'There are no `features` in it.';
    draft.changed('import/not-an-export', undefined, message);
    return draft.done();
  }
  const lists = new Lists(paths);
  const groups = new Groups(objectOf(payload['savedGroups']), draft, lists);
  const keys = new Keys(Object.keys(payload['features']));
  const features = new Map(
    entriesOf(payload['features']).map(([id, source]) => [id, readFeature(keys.of(id), objectOf(source))]),
  );
  for (const [id, feature] of features) importFeature(id, feature, features, groups, draft);
  lists.say(draft);
  return draft.done();
}

function readFeature(key: string, source: JsonObject): Feature {
  const isGated = leadingGates(listOf(source['rules']).map(objectOf)).gates.length > 0;
  const hasDefault = source['defaultValue'] !== undefined && source['defaultValue'] !== null;
  const mayBeNull = isGated || !hasDefault;
  return { key, source, variations: variationsOf(source, !mayBeNull), mayBeNull };
}

function importFeature(
  id: string,
  { key, source, variations }: Feature,
  features: ReadonlyMap<string, Feature>,
  groups: Groups,
  draft: Draft,
): void {
  const subject = draft.subject(`feature ${id}`, `GrowthBook's feature ${id}`);
  if (Object.keys(variations.body).length === 0 || !variations.isOfOneType) {
    const why = variations.isOfOneType ? 'it has no value at all' : 'its values are of several types';
    return draft.changed('import/flag-left-out', subject, `It was left out: ${why}.`);
  }
  const { gates, rules } = leadingGates(listOf(source['rules']).map(objectOf));
  const prerequisites = draft.attempt('import/flag-left-out', subject, 'It was left out', () =>
    prerequisitesOf(gates, features, groups),
  );
  if (prerequisites === undefined) return;
  if (prerequisites === 'never')
    draft.note('import/prerequisite-settled', subject, 'Its prerequisites are never met: it is off.');
  sayRenamed(id, key, draft, subject);
  const translated = translateRules(rules, (rule, index) =>
    draft.attempt('import/rule-left-out', subject, `Rule ${ruleName(rule, index)} was left out`, () => [
      ruleOf(rule, { feature: id, variations, groups }),
    ]),
  );
  if (rules.some(({ variations: split }) => split !== undefined))
    draft.note(
      'import/experiment-left-out',
      subject,
      'Its experiments deal as before; what they measure was not imported.',
    );
  if (rules.some(isSticky))
    draft.changed(
      'import/sticky-buckets',
      subject,
      'An experiment counts on sticky buckets, which have no equal here: shares decide alone.',
    );
  const fallthrough = variations.nameOf(source['defaultValue']);
  draft.add(
    'Flag',
    key,
    {
      ...(prerequisites === 'never' ? { state: 'off' } : {}),
      variations: variations.body,
      ...(prerequisites === 'never' || Object.keys(prerequisites).length === 0 ? {} : { prerequisites }),
      ...(translated.length === 0 ? {} : { rules: translated }),
      ...(fallthrough === undefined ? {} : { fallthrough }),
    },
    subject,
  );
}

/** In order, as far as one that fits everybody. */
function translateRules(
  rules: readonly JsonObject[],
  translate: (rule: JsonObject, index: number) => readonly (ReturnType<typeof ruleOf> | undefined)[] | undefined,
): readonly JsonObject[] {
  const written: JsonObject[] = [];
  const names = new Set<string>();
  for (const [index, rule] of rules.entries()) {
    const [translated] = translate(rule, index) ?? [];
    if (translated === undefined || translated.if === false) continue;
    const name = textOf(rule['id']) ?? '';
    const isNamed = name !== '' && name.length <= 200 && !names.has(name);
    names.add(name);
    written.push({
      ...(isNamed ? { name } : {}),
      ...(translated.if === true ? {} : { if: translated.if }),
      serve: translated.serve,
    });
    if (translated.if === true && typeof translated.serve === 'string') break;
  }
  return written;
}

/** Says what only sticky buckets are dealt by. Whether the code keeps any, no payload says. */
function isSticky({ disableStickyBucketing, fallbackAttribute, minBucketVersion }: JsonObject): boolean {
  return disableStickyBucketing !== true && (Boolean(fallbackAttribute) || Number(minBucketVersion) > 0);
}

function ruleName(rule: JsonObject, index: number): string {
  const id = textOf(rule['id']);
  return id === undefined ? String(index + 1) : `${index + 1} (${id})`;
}
