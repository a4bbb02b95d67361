import type { JsonObject } from '../json.ts';
import type { EnvironmentMode, ResourceId } from '../resource.ts';
import type { Model } from './model.ts';

/** One violation as a precompiled ajv validator reports it (allErrors on; verbose and messages off). */
export interface SchemaViolation {
  readonly keyword: string;
  /** JSON pointer to the value at fault, `''` for the document itself. */
  readonly instancePath: string;
  /** JSON pointer into the schema; tells which `anyOf` branch spoke. */
  readonly schemaPath: string;
  readonly params: { readonly [name: string]: unknown };
  readonly message?: string;
  readonly propertyName?: string;
}

/** A precompiled validator: true, or false with `errors` set until the next call. */
export interface CompiledValidator {
  (value: unknown): boolean;
  errors?: readonly SchemaViolation[] | null;
}

/** What the engine knows of one kind: its model, its validator, and the owner's checks beyond the schema. */
export interface KindDefinition {
  readonly model: Model;
  readonly validate: CompiledValidator;
  readonly policy: KindPolicy;
}

/**
 * What a component may add to a kind beyond its model. All functions are pure and see only plain values;
 * every one is optional, and a kind without a policy is plain storage that works in full. They also see bodies
 * that the validator has found mistakes in, and must take any JSON without throwing.
 */
export interface KindPolicy {
  /** Mistakes that a schema cannot say (weights that do not add up, a step that waits for a later one). */
  readonly check?: (body: JsonObject) => readonly BodyFinding[];
  /** References a schema cannot say (`invoice:read` names ResourceType `invoice` and one of its actions). */
  readonly references?: (body: JsonObject) => readonly BodyReference[];
  /**
   * Mistakes that show only beside other resources (a template uses a variable that the workflow's payload
   * has not). Called after all references are known to resolve; what `find` cannot find is not reported here.
   */
  readonly checkAgainst?: (body: JsonObject, find: FindBody, beside: Beside) => readonly BodyFinding[];
  /** Why what was applied may not become that, nor be deleted (null); null where it may. Nobody can approve it. */
  readonly refuses?: (before: JsonObject, after: JsonObject | null) => string | null;
  /** Names of fields that the user chooses and that may hold a secret: what stands there is never shown. */
  readonly credentials?: RegExp;
}

/** The body of another resource of the same configuration and environment. */
export type FindBody = (kind: string, key: string) => JsonObject | undefined;

/** The other resources of the same configuration and environment, for mistakes between those that nothing refers to. */
export interface Beside {
  /** Of the resource that is checked. */
  readonly key: string;
  /** All of a kind, the one that is checked included. */
  readonly all: (kind: string) => readonly { readonly key: string; readonly body: JsonObject }[];
  /** Names of all kinds that there are. */
  readonly kinds: readonly string[];
  /** Of the environment. `test` where that is not known. Whoever looks at it is asked for each environment. */
  readonly mode: EnvironmentMode;
}

/** A finding inside one body, positioned by JSON pointer; the engine turns it into a diagnostic. */
export interface BodyFinding {
  readonly code: string;
  /** Absent, an error. A warning refuses nothing. */
  readonly severity?: 'warning';
  readonly pointer: string;
  /** Point at the key instead of the value at `pointer`. */
  readonly atKey?: boolean;
  /**
   * What the finding rests on besides the place itself, as pointers into the body: fields it compares, or whose
   * absence it reports. It is not said when a mistake is known in one of them, since it may follow from that.
   */
  readonly because?: readonly string[];
  readonly message: string;
  readonly hint?: string;
  /** A secret may stand at the place: views must not show its line. */
  readonly sensitive?: true;
  /** The resource whose body `pointer` points into, when it is not the one that was checked. */
  readonly of?: ResourceId;
}

/** The value (or key) at `pointer` refers to resource `kind`/`key`, and optionally to a name inside it. */
export interface BodyReference {
  readonly pointer: string;
  readonly atKey?: boolean;
  readonly kind: string;
  readonly key: string;
  /** Something inside the target that is referred to as well. */
  readonly member?: MemberReference;
  /** The reference may lead back to where it started (a folder within a folder); any other circle is an error. */
  readonly cyclic?: boolean;
}

export interface MemberReference {
  /** A field of the target, as a dotted path: a list that must contain the name, or an object that must have it as a key. */
  readonly path: string;
  readonly name: string;
  /** A target without the field takes any name. */
  readonly open?: boolean;
}

/** All kinds known to one control plane or one command, by kind name. Instances, never a global. */
export interface KindRegistry {
  readonly kinds: ReadonlyMap<string, KindDefinition>;
}
