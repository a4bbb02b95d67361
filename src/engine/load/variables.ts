import { state } from '../diagnostic/statement.ts';
import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import { childPointer } from '../pointer.ts';
import type { NumberTexts } from '../source/number-texts.ts';
import { didYouMean, nearest } from '../validate/did-you-mean.ts';
import type { Finding } from '../validate/finding.ts';
import type { Variable } from './project.ts';

/** The variables of one environment. */
export interface VariableScope {
  readonly environment: string;
  readonly variables: ReadonlyMap<string, Variable>;
  /** Names that any environment has. */
  readonly known: ReadonlySet<string>;
}

export interface Resolved {
  readonly document: JsonObject;
  readonly findings: readonly Finding[];
  /** Places whose value could not be resolved. */
  readonly unresolved: ReadonlySet<string>;
}

/** Fields that name the document itself are the same in every environment. */
const fixedFields: ReadonlySet<string> = new Set(['kind', 'key', 'movedFrom']);

const placeholder = /\$\$\{(secrets\.)?|\$\{([A-Za-z]+)\.([^{}]*)\}/g;

/**
 * Puts the values of variables in the place of `${vars.NAME}`. A text that is nothing but a variable
 * takes its type too. `$${` stands for a literal `${`. `${secrets.NAME}` is left for the server, and so is
 * `$${secrets.`, which only the server may turn into a literal.
 */
export function resolveVariables(document: JsonObject, texts: NumberTexts, scope: VariableScope): Resolved {
  const resolver = new Resolver(texts, scope);
  const resolved: { [key: string]: Json } = {};
  for (const [field, value] of Object.entries(document)) {
    resolver.put(
      document,
      field,
      resolved,
      fixedFields.has(field) ? value : resolver.value(value, childPointer('', field)),
    );
  }
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

  value(value: Json, pointer: string): Json | Replacement {
    if (typeof value === 'string') return value.includes('${') ? this.#text(value, pointer) : value;
    if (Array.isArray(value)) {
      const list: Json[] = [];
      for (const [index, item] of value.entries())
        this.put(value, index, list, this.value(item, childPointer(pointer, index)));
      return list;
    }
    if (!isJsonObject(value)) return value;
    const object: { [key: string]: Json } = {};
    for (const [key, item] of Object.entries(value))
      this.put(value, key, object, this.value(item, childPointer(pointer, key)));
    return object;
  }

  /** Stores a resolved value; digits as written come along, from the variable or from the value itself. */
  put(from: object, key: string | number, to: Json[] | { [key: string]: Json }, resolved: Json | Replacement): void {
    const isReplaced = resolved instanceof Replacement;
    const value = isReplaced ? resolved.value : resolved;
    if (Array.isArray(to)) to[Number(key)] = value;
    else to[key] = value;
    if (!isReplaced) this.#texts.copy(from, key, to);
    else if (resolved.text !== undefined) this.#texts.set(to, key, resolved.text);
  }

  #text(value: string, pointer: string): Json | Replacement {
    const alone = /^\$\{vars\.([^{}]*)\}$/.exec(value);
    if (alone !== null) {
      const variable = this.#lookUp(alone[1] ?? '', pointer);
      return variable === undefined ? value : new Replacement(variable);
    }
    return value.replaceAll(placeholder, (match: string, escaped?: string, namespace?: string, name?: string) => {
      if (match.startsWith('$$')) return escaped === undefined ? '${' : match;
      if (namespace === undefined || name === undefined || namespace === 'secrets') return match;
      if (namespace === 'vars') return this.#asText(name, pointer) ?? match;
      this.#checkNamespace(match, namespace, name, pointer);
      return match;
    });
  }

  #asText(name: string, pointer: string): string | undefined {
    const variable = this.#lookUp(name, pointer);
    return variable === undefined ? undefined : (variable.text ?? String(variable.value));
  }

  #lookUp(name: string, pointer: string): Variable | undefined {
    const { variables, known, environment } = this.#scope;
    const variable = variables.get(name);
    if (variable !== undefined) return variable;
    if (known.has(name)) {
      this.#fail({ ...state('variable/not-everywhere', { name, environment }), pointer });
    } else {
      const hint = didYouMean(name, known) ?? 'Declare it under `vars` in dream.yaml.';
      this.#fail({ ...state('variable/unknown', { name }, { hint }), pointer });
    }
    return undefined;
  }

  /** `${var.X}` is a slip; `${anything.else}` may be meant for somebody else and stays. */
  #checkNamespace(text: string, namespace: string, name: string, pointer: string): void {
    const meant = nearest(namespace, ['vars', 'secrets']);
    if (meant === undefined) return;
    const hint = `Did you mean \`\${${meant}.${name}}\`? For a literal \`\${\` write \`$\${\`.`;
    this.#fail({ ...state('variable/malformed', { text }, { hint }), pointer });
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
