import { isJsonObject, type Json, type JsonObject } from '../../../engine/json.ts';
import { listOf, textOf } from '../../../engine/json-fields.ts';
import { mergeSchemas } from './merge-schemas.ts';
import { at } from '../resolve.ts';
import { saysNothing } from './says-nothing.ts';
import { withoutUnevaluated } from './without-unevaluated.ts';

/** One of the schemas of which a value has to fit one: without references, unions and, as far as it goes, `allOf`. */
export interface Arm {
  readonly schema: JsonObject;
  /** Where it says what this name stands for, and no more. */
  readonly reference: string | null;
  /** Of what it adds to, for people. */
  readonly name: string | null;
}

/** Beyond so many, what a union says is taken as a rule. */
const mostArms = 64;
/** Beyond so many arms of its own, the same. */
const mostFound = 1000;
/** What limits the fields of an object whose form is said elsewhere. */
const limits = ['dependentRequired', 'maxProperties', 'minProperties', 'not', 'required'];

const anything: Arm = { schema: {}, reference: null, name: null };

/** Finds the arms of a schema, following each name once: in a document that is not ours it may contain itself. */
export class ArmFinder {
  readonly #document: JsonObject;
  readonly #known = new Map<string, readonly Arm[]>();
  readonly #open = new Set<string>();

  constructor(document: JsonObject) {
    this.#document = document;
  }

  /** `inCircle`: what stands for a name that is being looked at already. */
  find(schema: Json | undefined, inCircle: readonly Arm[] = [anything]): readonly Arm[] {
    if (schema === false) return [];
    if (!isJsonObject(schema)) return [anything];
    const { $ref, allOf, anyOf, oneOf, ...own } = schema;
    const reference = textOf($ref);
    let arms: readonly Arm[] = [{ ...anything, schema: own }];
    if (reference !== undefined) arms = both(arms, this.#named(reference, inCircle), [{ $ref: reference }]);
    for (const part of listOf(allOf)) arms = both(arms, this.find(part), [part]);
    for (const [keyword, union] of Object.entries({ anyOf, oneOf })) {
      const choices = listOf(union);
      const rule = { [keyword]: choices };
      if (choices.length === 0) continue;
      const found = choices.every(isLimit) ? [{ ...anything, schema: rule }] : this.#anyOf(choices, rule);
      arms = both(arms, found, [rule]);
    }
    return arms.map((arm) => ({ ...arm, schema: withoutUnevaluated(arm.schema) }));
  }

  /** Each schema once, in unions of unions too: those would double at every step. */
  #anyOf(choices: readonly Json[], rule: JsonObject): readonly Arm[] {
    const found = new Map(choices.flatMap((choice) => this.find(choice, [])).map((arm) => [arm.schema, arm]));
    return found.size > mostFound ? [{ ...anything, schema: rule }] : [...found.values()];
  }

  #named(reference: string, inCircle: readonly Arm[]): readonly Arm[] {
    const known = this.#known.get(reference);
    if (known !== undefined) return known;
    if (this.#open.has(reference)) return inCircle;
    this.#open.add(reference);
    const arms = this.find(at(this.#document, reference), inCircle);
    this.#open.delete(reference);
    const [only] = arms;
    const found =
      arms.length === 1 && only !== undefined ? [{ ...only, reference: only.reference ?? reference }] : arms;
    this.#known.set(reference, found);
    return found;
  }
}

/** Each of the one with each of the other, as far as anything fits both; `rule`: what the others are without their arms. */
function both(ones: readonly Arm[], others: readonly Arm[], rule: readonly Json[]): readonly Arm[] {
  const isTooMuch = ones.length > 1 && others.length > 1 && ones.length * others.length > mostArms;
  const added = isTooMuch ? [{ ...anything, schema: { allOf: rule } }] : others;
  return ones.flatMap((one) =>
    added.flatMap((other): readonly Arm[] => {
      if (saysNothing(one.schema)) return [other];
      if (saysNothing(other.schema)) return [one];
      const schema = mergeSchemas(one.schema, other.schema);
      const name = one.reference ?? one.name ?? other.reference ?? other.name;
      return schema === null ? [] : [{ schema, reference: null, name }];
    }),
  );
}

function isLimit(schema: Json): boolean {
  return isJsonObject(schema) && !saysNothing(schema) && Object.keys(schema).every(isLimiting);
}

function isLimiting(keyword: string): boolean {
  return limits.includes(keyword) || saysNothing({ [keyword]: true });
}
