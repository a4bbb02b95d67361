import type { Json, JsonObject } from '../../../../engine/json.ts';
import { isJsonObject } from '../../../../engine/json.ts';
import { listOf, objectOf, textOf, textsOf } from '../../../../engine/json-fields.ts';
import type { FlagImport, ImportOptions } from '../../../flag-import-contract.ts';
import { Draft } from '../draft.ts';
import { Keys, sayRenamed } from '../keys.ts';
import { Lists } from '../lists.ts';
import { isOfOneType, nameVariations } from '../variation-names.ts';
import { readExport, type SourceFlag } from './export.ts';
import type { NamedFlag } from './named-flag.ts';
import { flagRules } from './rules.ts';
import { saltOf } from './references.ts';
import { Segments } from './segments.ts';

export function importLaunchDarkly(exported: Json, { environment, lists: paths = [] }: ImportOptions): FlagImport {
  const draft = new Draft();
  const source = readExport(exported, environment);
  if (source === null) {
    const message = 'It has neither `items`, as the API lists flags, nor `flags` by key, as SDKs read them.';
    draft.changed('import/not-an-export', undefined, message);
    return draft.done();
  }
  const { environments, flags, segments } = source;
  const isChosen = environment === undefined ? environments.length <= 1 : environments.includes(environment);
  if (!isChosen && environments.length > 0) return { ...draft.done(), environments };
  const lists = new Lists(paths);
  const translated = new Segments(segments, draft, lists, new Keys(segments.keys()));
  translated.importAll();
  const keys = new Keys(flags.map(({ key }) => key));
  const named = new Map(flags.map((flag) => [flag.key, readFlag(flag, keys)]));
  for (const flag of importable(named, draft)) importFlag(flag, named, translated, draft);
  lists.say(draft);
  return draft.done();
}

function readFlag(flag: SourceFlag, keys: Keys): NamedFlag {
  const variations = variationsOf(flag);
  const { offVariation } = flag.rules;
  const hasOff = typeof offVariation === 'number';
  return {
    ...flag,
    newKey: keys.of(flag.key),
    names: nameVariations(variations, hasOff),
    problem: problemOf(variations, offVariation),
    subject: { name: `flag ${flag.key}`, comments: [`Imported from LaunchDarkly's flag ${flag.key}.`] },
  };
}

function problemOf(variations: readonly { readonly value: Json }[], off: Json | undefined): string | undefined {
  if (variations.length === 0 || !isOfOneType(variations.map(({ value }) => value)))
    return 'its variations are of several types, or none';
  return typeof off === 'number' && variations[off] === undefined ? 'its off variation does not exist' : undefined;
}

/** Plain values in the form of SDKs; with names in that of the API. */
function variationsOf({ flag, rules }: SourceFlag): readonly { readonly value: Json; readonly name?: string }[] {
  return listOf(flag['variations']).map((variation) => {
    if (rules === flag) return { value: variation };
    const { name, value = null } = objectOf(variation);
    return { value, ...(typeof name === 'string' ? { name } : {}) };
  });
}

/** Without those that cannot be written down, and those that wait for such. */
function importable(flags: ReadonlyMap<string, NamedFlag>, draft: Draft): readonly NamedFlag[] {
  const left = new Map(flags);
  for (const flag of flags.values()) {
    if (flag.problem === undefined) continue;
    left.delete(flag.key);
    draft.changed('import/flag-left-out', flag.subject, `It was left out: ${flag.problem}.`);
  }
  for (let size = -1; size !== left.size; ) {
    size = left.size;
    for (const flag of left.values()) {
      const missing = prerequisiteKeys(flag).find((key) => flags.has(key) && !left.has(key));
      if (missing === undefined) continue;
      left.delete(flag.key);
      draft.changed(
        'import/flag-left-out',
        flag.subject,
        `It was left out: it waits for \`${missing}\`, which was too.`,
      );
    }
  }
  return [...left.values()];
}

function prerequisiteKeys({ rules }: NamedFlag): readonly string[] {
  return listOf(rules['prerequisites']).flatMap((one) => textOf(objectOf(one)['key']) ?? []);
}

function importFlag(source: NamedFlag, flags: ReadonlyMap<string, NamedFlag>, segments: Segments, draft: Draft): void {
  const { flag, key, names, newKey, rules, subject } = source;
  sayRenamed(key, newKey, draft, subject);
  const prerequisites = prerequisitesOf(source, flags);
  if (prerequisites === 'never')
    draft.note('import/prerequisite-settled', subject, 'A prerequisite is never met: it is off.');
  const translated = draft.attempt('import/flag-left-out', subject, 'It was left out', () =>
    flagRules({ source, segments, draft }),
  );
  if (translated === undefined) return;
  const off = rules['offVariation'];
  if (isArchived(source) && typeof off === 'number')
    draft.changed(
      'import/off-variation',
      subject,
      'It was archived, and code got its default; here it answers with its off variation.',
    );
  const isOn = rules['on'] === true && prerequisites !== 'never';
  const deals = JSON.stringify(translated).includes('"rollout"');
  draft.add(
    'Flag',
    newKey,
    {
      ...described(flag),
      ...(isArchived(source) ? { state: 'archived' } : isOn ? {} : { state: 'off' }),
      variations: Object.fromEntries(names.map((name, index) => [name, variationsOf(source)[index]?.value ?? null])),
      ...(typeof off === 'number' && names[off] !== undefined ? { offVariation: names[off] } : {}),
      ...(prerequisites === 'never' || Object.keys(prerequisites).length === 0 ? {} : { prerequisites }),
      ...translated,
      ...(deals ? { hash: 'launchdarkly', salt: saltOf(rules, key) } : {}),
      ...clientSide(flag),
      ...tagsOf(flag),
    },
    subject,
  );
}

function isArchived({ flag, rules }: SourceFlag): boolean {
  return flag['archived'] === true || rules['archived'] === true;
}

function described(flag: JsonObject): JsonObject {
  const [name, description] = [textOf(flag['name']), textOf(flag['description'])];
  return {
    ...(name === undefined || name === '' ? {} : { name: name.slice(0, 128) }),
    ...(description === undefined || description === '' ? {} : { description: description.slice(0, 1000) }),
  };
}

function clientSide(flag: JsonObject): JsonObject {
  const { usingEnvironmentId, usingMobileKey } = objectOf(flag['clientSideAvailability']);
  return usingEnvironmentId === false && usingMobileKey === false ? { clientSide: false } : {};
}

function tagsOf(flag: JsonObject): JsonObject {
  const tags = [...new Set(textsOf(flag['tags']))].filter((tag) => tag !== '' && tag.length <= 64);
  return tags.length === 0 ? {} : { tags };
}

/** A prerequisite must be on there, and never be met by its off variation. */
function prerequisitesOf({ rules }: NamedFlag, flags: ReadonlyMap<string, NamedFlag>): JsonObject | 'never' {
  const wanted = new Map<string, string>();
  for (const one of listOf(rules['prerequisites']).filter(isJsonObject)) {
    const flag = flags.get(textOf(one['key']) ?? '');
    const index = one['variation'];
    const name = typeof index === 'number' ? flag?.names[index] : undefined;
    if (flag === undefined || name === undefined || isArchived(flag)) return 'never';
    if (flag.rules['on'] !== true && flag.rules['offVariation'] === index) return 'never';
    if (wanted.has(flag.newKey) && wanted.get(flag.newKey) !== name) return 'never';
    wanted.set(flag.newKey, name);
  }
  return Object.fromEntries(wanted);
}
