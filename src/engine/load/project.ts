import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import type { ChangeAction, EnvironmentSettings, Guardrails } from '../resource.ts';
import { nearest } from '../validate/did-you-mean.ts';
import type { NumberTexts } from '../source/number-texts.ts';

/** A variable's value, with its digits as they were written where it is a number. */
export interface Variable {
  readonly value: string | number | boolean;
  readonly text?: string;
}

/** By name. */
type Variables = ReadonlyMap<string, Variable>;

/** dream.yaml, found valid. */
export interface Project {
  readonly name: string;
  /** In the order of the file. */
  readonly environments: ReadonlyMap<string, EnvironmentSettings>;
  /** By environment; those of the environment over those for all. */
  readonly variables: ReadonlyMap<string, Variables>;
  /** Names of variables that any environment has. */
  readonly knownVariables: ReadonlySet<string>;
  /** Names of those that are not the same in all environments. */
  readonly differentVariables: ReadonlySet<string>;
  /** Some variable's value holds `$`, of which a text may come to ask for a secret. */
  readonly mayBringSecrets: boolean;
  readonly ignore: readonly string[];
  /** Names of variables whose value is not known because of a mistake in dream.yaml; null when none is known. */
  readonly doubtful: ReadonlySet<string> | null;
}

/**
 * Reads what is well-formed of dream.yaml: all of it when it satisfies the project schema. Null when it names no
 * environments.
 */
export function outlineFrom(document: JsonObject, texts: NumberTexts): Project | null {
  return Object.keys(objectAt(document, 'environments')).length === 0 ? null : projectFrom(document, texts);
}

function projectFrom(document: JsonObject, texts: NumberTexts): Project {
  const environments = objectAt(document, 'environments');
  const guardrails = objectAt(document, 'guardrails');
  const names = Object.keys(environments);
  const shared = variablesFrom(objectAt(document, 'vars'), texts);
  const variables = new Map(
    names.map((name) => [
      name,
      new Map([...shared, ...variablesFrom(objectAt(objectAt(environments, name), 'vars'), texts)]),
    ]),
  );
  const knownVariables = new Set([...variables.values()].flatMap((own) => [...own.keys()]));
  return {
    name: textAt(document, 'project'),
    environments: new Map(
      names.map((name) => [name, settingsFrom(objectAt(environments, name), objectAt(guardrails, name))]),
    ),
    variables,
    knownVariables,
    differentVariables: differentAmong(knownVariables, [...variables.values()]),
    mayBringSecrets: [...variables.values()].some(anyHoldsDollar),
    ignore: listAt(document, 'ignore').filter((pattern) => typeof pattern === 'string'),
    doubtful: doubtfulVariables(document),
  };
}

function differentAmong(known: ReadonlySet<string>, [first, ...others]: Variables[]): ReadonlySet<string> {
  const isDifferent = (name: string) => {
    const one = first?.get(name);
    return others.some((other) => {
      const variable = other.get(name);
      return variable?.value !== one?.value || variable?.text !== one?.text;
    });
  };
  return new Set([...known].filter(isDifferent));
}

function anyHoldsDollar(variables: Variables): boolean {
  return [...variables.values()].some(({ value }) => typeof value === 'string' && value.includes('$'));
}

/** A table of variables that is none, or has a misspelt name, may define anything. */
function doubtfulVariables(document: JsonObject): ReadonlySet<string> | null {
  const holders = [document, ...Object.values(objectAt(document, 'environments'))];
  const names = new Set<string>();
  for (const holder of holders) {
    if (holder === null) continue;
    if (!isJsonObject(holder)) return null;
    const vars = Object.hasOwn(holder, 'vars') ? holder['vars'] : undefined;
    if (vars !== undefined && !isJsonObject(vars)) return null;
    const isMisspelt = (field: string) => field !== 'vars' && nearest(field, ['vars']) !== undefined;
    if (vars === undefined && Object.keys(holder).some(isMisspelt)) return null;
    for (const [name, value] of Object.entries(vars ?? {})) {
      if (value === null || typeof value === 'object') names.add(name);
    }
  }
  return names;
}

/** What can be trusted of `ignore` in a document with mistakes: files that are not ours must stay out in any case. */
export function ignoredBy(document: Json): readonly string[] {
  return isJsonObject(document) ? listAt(document, 'ignore').filter((pattern) => typeof pattern === 'string') : [];
}

function settingsFrom(settings: JsonObject, guardrails: JsonObject): EnvironmentSettings {
  return {
    mode: settings['mode'] === 'live' ? 'live' : 'test',
    protect: settings['protect'] === true,
    guardrails: guardrailsFrom(guardrails),
  };
}

function guardrailsFrom(guardrails: JsonObject): Guardrails {
  const { requireApproval, ...others } = guardrails;
  const limits: { [name: string]: number } = {};
  for (const [name, limit] of Object.entries(others)) if (typeof limit === 'number') limits[name] = limit;
  return {
    limits,
    ...(requireApproval === undefined
      ? {}
      : { requireApproval: listAt(guardrails, 'requireApproval').filter(isAction) }),
  };
}

const actions: ReadonlySet<Json> = new Set(['create', 'update', 'delete', 'rename']);

function isAction(value: Json): value is ChangeAction {
  return actions.has(value);
}

function variablesFrom(values: JsonObject, texts: NumberTexts): ReadonlyMap<string, Variable> {
  const variables = new Map<string, Variable>();
  for (const [name, value] of Object.entries(values)) {
    if (value === null || typeof value === 'object') continue;
    const text = texts.get(values, name);
    variables.set(name, text === undefined ? { value } : { value, text });
  }
  return variables;
}

function objectAt(object: JsonObject, key: string): JsonObject {
  const value = Object.hasOwn(object, key) ? object[key] : undefined;
  return isJsonObject(value) ? value : {};
}

function listAt(object: JsonObject, key: string): readonly Json[] {
  const value = object[key];
  return Array.isArray(value) ? value : [];
}

function textAt(object: JsonObject, key: string): string {
  const value = object[key];
  return typeof value === 'string' ? value : '';
}
