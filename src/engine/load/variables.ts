import { state } from '../diagnostic/statement.ts';
import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import { childPointer } from '../pointer.ts';
import type { NumberTexts } from '../source/number-texts.ts';
import { placeholdersIn } from '../values/placeholder.ts';
import { didYouMean } from '../validate/did-you-mean.ts';
import type { Finding } from '../validate/finding.ts';
import type { Variable } from './project.ts';

/** The variables of one environment. */
export interface VariableScope {
  readonly variables: ReadonlyMap<string, Variable>;
  /** Names that any environment has. */
  readonly known: ReadonlySet<string>;
  /** The environments that do not have a variable of this name. */
  readonly lacking: (name: string) => readonly string[];
  /** Names about which dream.yaml cannot be trusted; null for all. */
  readonly doubtful: ReadonlySet<string> | null;
}

export interface Resolved {
  readonly document: JsonObject;
  readonly findings: readonly Finding[];
  /** Places whose value could not be resolved. */
  readonly unresolved: ReadonlySet<string>;
}

/** Fields that name the document itself are the same in every environment. */
const fixedFields: ReadonlySet<string> = new Set(['kind', 'key', 'movedFrom']);

const escaped = /\$\$\{(?!secrets\.)/g;

/**
 * Puts the values of variables in the place of `${vars.NAME}`. A text that is nothing but a variable
 * takes its type too. `$${` stands for a literal `${`. `${secrets.NAME}` is left for the server, and so is
 * `$${secrets.`, which only the server may turn into a literal.
 */
export function resolveVariables(document: JsonObject, texts: NumberTexts, scope: VariableScope): Resolved {
  const resolver = new Resolver(texts, scope);
  const resolved = resolver.object(document, '', fixedFields);
  return { document: resolved, findings: resolver.findings, unresolved: resolver.unresolved };
}

class Resolver {
  readonly findings: Finding[] = [];
  readonly unresolved = new Set<string>();
  readonly #texts: NumberTexts;
  readonly #scope: VariableScope;

  constructor(texts: NumberTexts, scope: VariableScope) {
    this.#texts = texts;
    this.#scope = scope;
  }

  /** The very same object where no variable stands in it, as in most there is none. */
  object(object: JsonObject, pointer: string, fixed?: ReadonlySet<string>): JsonObject {
    let copy: { [key: string]: Json } | undefined;
    for (const key in object) {
      const value = object[key] ?? null;
      const resolved = fixed?.has(key) === true ? value : this.#value(value, pointer, key);
      if (copy === undefined) {
        if (resolved === value) continue;
        copy = {};
        for (const before in object) {
          if (before === key) break;
          this.#put(object, before, copy, object[before] ?? null);
        }
      }
      this.#put(object, key, copy, resolved);
    }
    return copy ?? object;
  }

  #list(list: readonly Json[], pointer: string): readonly Json[] {
    let copy: Json[] | undefined;
    for (let index = 0; index < list.length; index++) {
      const item = list[index] ?? null;
      const resolved = this.#value(item, pointer, index);
      if (copy === undefined) {
        if (resolved === item) continue;
        copy = [];
        for (let before = 0; before < index; before++) this.#put(list, before, copy, list[before] ?? null);
      }
      this.#put(list, index, copy, resolved);
    }
    return copy ?? list;
  }

  #value(value: Json, parent: string, key: string | number): Json | Replacement {
    if (typeof value === 'string') return value.includes('${') ? this.#text(value, childPointer(parent, key)) : value;
    if (isJsonObject(value)) return this.object(value, childPointer(parent, key));
    return Array.isArray(value) ? this.#list(value, childPointer(parent, key)) : value;
  }

  /** Stores a resolved value; digits as written come along, from the variable or from the value itself. */
  #put(from: object, key: string | number, to: Json[] | { [key: string]: Json }, resolved: Json | Replacement): void {
    const isReplaced = resolved instanceof Replacement;
    const value = isReplaced ? resolved.value : resolved;
    if (Array.isArray(to)) to[Number(key)] = value;
    else to[key] = value;
    if (!isReplaced) this.#texts.copy(from, key, to);
    else if (resolved.text !== undefined) this.#texts.set(to, key, resolved.text);
  }

  #text(value: string, pointer: string): Json | Replacement {
    const alone = /^\$\{vars\.([^{}\s](?:[^{}]*[^{}\s])?)\}$/.exec(value);
    if (alone !== null) {
      const variable = this.#lookUp(alone[1] ?? '', pointer);
      return variable === undefined ? value : new Replacement(variable);
    }
    const parts: string[] = [];
    let end = 0;
    for (const { from, to, text, namespace, name, problem } of placeholdersIn(value)) {
      parts.push(value.slice(end, from).replaceAll(escaped, '${'));
      end = to;
      if (problem !== undefined)
        this.#fail({ ...state('variable/malformed', { text }, { hint: problem }), pointer, about: text });
      parts.push((namespace === 'vars' && name !== undefined ? this.#asText(name, pointer) : undefined) ?? text);
    }
    parts.push(value.slice(end).replaceAll(escaped, '${'));
    return parts.join('');
  }

  #asText(name: string, pointer: string): string | undefined {
    const variable = this.#lookUp(name, pointer);
    return variable === undefined ? undefined : (variable.text ?? String(variable.value));
  }

  #lookUp(name: string, pointer: string): Variable | undefined {
    const { variables, known, lacking, doubtful } = this.#scope;
    const variable = variables.get(name);
    if (variable !== undefined) return variable;
    if (doubtful === null || doubtful.has(name)) {
      this.unresolved.add(pointer);
    } else if (known.has(name)) {
      this.#fail({ ...state('variable/not-everywhere', { name, environments: lacking(name) }), pointer, about: name });
    } else {
      const hint = didYouMean(name, known) ?? 'Declare it under `vars` in dream.yaml.';
      this.#fail({ ...state('variable/unknown', { name }, { hint }), pointer, about: name });
    }
    return undefined;
  }

  #fail(finding: Finding): void {
    this.findings.push(finding);
    this.unresolved.add(finding.pointer);
  }
}

/** A variable that took the place of a whole value. */
class Replacement {
  readonly value: Variable['value'];
  readonly text: string | undefined;

  constructor({ value, text }: Variable) {
    this.value = value;
    this.text = text;
  }
}
