import type { Json, JsonObject } from '../../../../engine/json.ts';
import { listOf, objectOf, textsOf } from '../../../../engine/json-fields.ts';
import { all, any, type Condition, isOneOf, not, pathOf } from '../condition.ts';
import type { Draft, Subject } from '../draft.ts';
import { Inexpressible } from '../inexpressible.ts';
import { type Keys, sayRenamed } from '../keys.ts';
import type { Lists } from '../lists.ts';
import { type ClausePlace, clausesOf } from './clause.ts';
import { refuseUnwritable } from '../unwritable.ts';
import { attributeOf, contextKindOf, saltOf } from './references.ts';

/** Translates each segment when a rule first asks for it. */
export class Segments implements ClausePlace {
  readonly lists: Lists;
  readonly #sources: ReadonlyMap<string, JsonObject>;
  readonly #draft: Draft;
  readonly #keys: Keys;
  /** Null: it could not be imported, or is being imported just now. */
  readonly #made = new Map<string, string | null>();

  constructor(sources: ReadonlyMap<string, JsonObject>, draft: Draft, lists: Lists, keys: Keys) {
    this.#sources = sources;
    this.#draft = draft;
    this.lists = lists;
    this.#keys = keys;
  }

  importAll(): void {
    for (const key of this.#sources.keys()) this.#import(key);
  }

  segment(key: string): string {
    const made = this.#import(key);
    if (made === null) throw new Inexpressible(`it asks for the segment \`${key}\`, which is not imported`);
    return made;
  }

  #import(key: string): string | null {
    const known = this.#made.get(key);
    if (known !== undefined) return known;
    this.#made.set(key, null);
    const source = this.#sources.get(key);
    if (source === undefined) return null;
    const subject = this.#draft.subject(`segment ${key}`, `LaunchDarkly's segment ${key}`);
    const body = this.#draft.attempt('import/segment-left-out', subject, 'It was left out', () =>
      this.#bodyOf(key, source, subject),
    );
    if (body === undefined) return null;
    const made = this.#keys.of(key);
    sayRenamed(key, made, this.#draft, subject);
    this.#draft.add('Segment', made, body, subject);
    this.#made.set(key, made);
    return made;
  }

  #bodyOf(key: string, source: JsonObject, subject: Subject): JsonObject {
    if (source['unbounded'] === true) throw new Inexpressible('its members are kept outside of the export');
    const include = membersOf(source['included'], source['includedContexts']);
    const excluded = without(membersOf(source['excluded'], source['excludedContexts']), include);
    // Who is included there is a member even when excluded; here exclusion goes over everything. So where somebody may
    // be both, as a user and by a device, only the rules leave out who is excluded.
    const mayBeBoth = include.size > 0 && new Set([...include.keys(), ...excluded.keys()]).size > 1;
    const exclude = mayBeBoth ? nobody : excluded;
    const others = mayBeBoth ? notNamed(excluded) : true;
    const rules = listOf(source['rules']).flatMap(
      (rule, index) =>
        this.#draft.attempt('import/rule-left-out', subject, `Rule ${index + 1} was left out`, () =>
          this.#ruleOf(objectOf(rule), key, source, others),
        ) ?? [],
    );
    const written = rules.map((rule): Json => ({ if: rule === true ? everybody : rule }));
    return {
      ...(typeof source['name'] === 'string' && source['name'] !== '' ? { name: source['name'].slice(0, 128) } : {}),
      ...(include.size === 0 ? {} : { include: bodyOfMembers(include) }),
      ...(exclude.size === 0 ? {} : { exclude: bodyOfMembers(exclude) }),
      ...(written.length === 0 ? {} : { rules: written }),
    };
  }

  #ruleOf(
    rule: JsonObject,
    key: string,
    segment: JsonObject,
    others: Condition,
  ): readonly (Condition & (JsonObject | true))[] {
    const condition = all([clausesOf(rule['clauses'], this), shareOf(rule, key, segment), others]);
    if (condition === false) return [];
    if (condition !== true) refuseUnwritable({ if: condition, serve: 'on' });
    return [condition];
  }
}

/** What everybody passes, where a condition must be written. */
const everybody: JsonObject = { now: { after: '1970-01-01' } };

function shareOf(rule: JsonObject, key: string, segment: JsonObject): Condition {
  const { weight = null } = rule;
  if (weight === null) return true;
  if (typeof weight !== 'number' || !Number.isInteger(weight)) throw new Inexpressible('its weight is no whole number');
  const kind = rule['rolloutContextKind'];
  const by = rule['bucketBy'];
  return {
    share: {
      percent: Math.min(100, Math.max(0, weight / 1000)),
      by: by === undefined || by === '' ? pathOf(contextKindOf(kind), ['key']) : attributeOf(by, kind),
      salt: saltOf(segment, key),
      hash: 'launchdarkly',
    },
  };
}

type Members = ReadonlyMap<string, readonly string[]>;

function membersOf(users: Json | undefined, contexts: Json | undefined): Members {
  const members = new Map<string, string[]>();
  const add = (kind: string, keys: readonly string[]): void => {
    const known = members.get(kind) ?? [];
    members.set(
      kind,
      [...new Set([...known, ...keys])].filter((key) => key !== ''),
    );
  };
  add('user', textsOf(users));
  for (const target of listOf(contexts).map(objectOf)) {
    const kind = contextKindOf(target['contextKind']);
    pathOf(kind, ['key']);
    add(kind, textsOf(target['values']));
  }
  return new Map([...members].filter(([, keys]) => keys.length > 0));
}

const nobody: Members = new Map();

function notNamed(members: Members): Condition {
  return not(any([...members].map(([kind, keys]) => isOneOf(pathOf(kind, ['key']), keys))));
}

/** The keys that are in the one and not in the other, kind by kind. */
function without(members: Members, others: Members): Members {
  const left = [...members].map(([kind, keys]) => {
    const excluded = new Set(others.get(kind));
    return [kind, keys.filter((key) => !excluded.has(key))] as const;
  });
  return new Map(left.filter(([, keys]) => keys.length > 0));
}

function bodyOfMembers(members: Members): Json {
  return Object.fromEntries([...members].map(([kind, keys]) => [kind, [...keys]]));
}
