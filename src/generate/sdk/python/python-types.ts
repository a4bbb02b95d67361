import type { ApiDescription, SdkType } from '../api-description.ts';
import { eventName, namesOfEvents } from '../event-arms.ts';
import { namesInType, namesIn, operationsBelow, typeModules } from './types/type-groups.ts';
import { isKeyword } from './syntax/names.ts';
import type { Imports } from './types/imports.ts';

/** What the hand-written parts and the standard library have under such names. */
const handWritten = new Set(
  `Any AsyncByteStream AsyncEventStream AsyncPaged ByteStream CallOptions EventStream Fields Literal Mapping Model OMIT
   Omit Operation Paged ResourceBase Sequence TypedDict Union Unknown
   AsyncResourceBase AttributeError Callable`
    .split(/\s+/)
    .concat(namesOfEvents),
);

/** The module of events, beside those of types. */
export const eventsModule = '_events';

/** Where the class of each type stands: what is answered under `types/`, what is sent under `params/`. */
export class PythonTypes {
  readonly #types: ReadonlyMap<string, SdkType>;
  readonly #modules: ReadonlyMap<string, string>;
  readonly #params: ReadonlySet<string>;
  readonly #classes: ReadonlyMap<string, string>;
  /** What an event is called in the API. */
  readonly #event: string | undefined;

  /** `taken`: what classes of resources are called, which speak of types in the same modules. */
  constructor(description: ApiDescription, taken: readonly string[]) {
    this.#event = description.events?.name;
    this.#types = new Map(description.types.map((type) => [type.name, type]));
    this.#modules = typeModules(description);
    this.#params = this.#sentWithin(description);
    this.#classes = this.#classNames(taken);
  }

  /** The types of each module, by the names of both. */
  get modules(): readonly (readonly [string, readonly SdkType[]])[] {
    const classes = [...this.#types.values()].filter(({ name }) => name !== this.#event);
    const groups = Map.groupBy(classes, ({ name }) => this.moduleOf(name));
    return [...groups].toSorted(([one], [other]) => (one < other ? -1 : 1));
  }

  typeOf(name: string): SdkType {
    const type = this.#types.get(name);
    if (type === undefined) throw new RangeError(`the API has no type ${name}`);
    return type;
  }

  moduleOf(name: string): string {
    return name === this.#event ? eventsModule : (this.#modules.get(name) ?? '_shared');
  }

  /** What its class is called, unlike anything else in the modules that speak of it. */
  classOf(name: string): string {
    if (name === this.#event) return eventName;
    return this.#classes.get(name) ?? name;
  }

  /** What reads an event, of which there is no class, imported from the module; undefined for all other types. */
  readerFrom(name: string, module: string, imports: Imports): string | undefined {
    return name === this.#event ? imports.add(module, 'read_event') : undefined;
  }

  /** Whether it is sent as one value: a body with fields is written as arguments. */
  isParam(name: string): boolean {
    return this.#params.has(name);
  }

  /** The class of an answered type, imported into a module of `types/`. */
  modelFrom(name: string, module: string, imports: Imports): string {
    const own = this.moduleOf(name);
    return own === module ? this.classOf(name) : imports.add(`.${own}`, this.classOf(name));
  }

  #classNames(ofResources: readonly string[]): ReadonlyMap<string, string> {
    const params = [...this.#params].map((name) => `${name}Param`);
    const taken = new Set([...handWritten, ...ofResources, ...params]);
    const classes = new Map<string, string>();
    for (const name of this.#types.keys()) {
      let own = name;
      while (taken.has(own) || isKeyword(own) || (own !== name && this.#types.has(own))) own += 'Object';
      taken.add(own);
      classes.set(name, own);
    }
    return classes;
  }

  #sentWithin({ resources }: ApiDescription): ReadonlySet<string> {
    const found = new Set<string>();
    const waiting = resources.flatMap(operationsBelow).flatMap(({ body }) => {
      if (body === undefined) return [];
      if (body.kind !== 'named') return namesIn(body);
      const type = this.typeOf(body.name);
      return type.fields.length === 0 && type.others === undefined ? [type.name] : namesInType(type);
    });
    for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
      if (found.has(name)) continue;
      found.add(name);
      waiting.push(...namesInType(this.typeOf(name)));
    }
    return found;
  }
}
