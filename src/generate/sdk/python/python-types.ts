import type { ApiDescription, SdkType } from '../api-description.ts';
import { eventName, namesOfEvents } from '../event-arms.ts';
import { namesInType, namesIn, operationsBelow, typeModules } from './types/type-groups.ts';
import type { Imports } from './types/imports.ts';

/** What the hand-written parts and the standard library have under such names. */
const handWritten = new Set(
  `Any AsyncByteStream AsyncEventStream AsyncPaged ByteStream CallOptions EventStream Fields Literal Mapping Model OMIT
   Omit Operation Paged Sequence TypedDict Union Unknown`
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
  /** What an event is called in the API. */
  readonly #event: string | undefined;

  constructor(description: ApiDescription) {
    this.#event = description.events?.name;
    this.#types = new Map(description.types.map((type) => [type.name, type]));
    this.#modules = typeModules(description);
    this.#params = this.#sentWithin(description);
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
    return handWritten.has(name) ? `${name}Object` : name;
  }

  /** What reads an event, of which there is no class, imported from the module; undefined for all other types. */
  readerFrom(name: string, module: string, imports: Imports): string | undefined {
    return name === this.#event ? imports.add(module, 'read_event') : undefined;
  }

  /** Whether it is sent inside something else: what is a body itself is written as arguments. */
  isParam(name: string): boolean {
    return this.#params.has(name);
  }

  /** The class of an answered type, imported into a module of `types/`. */
  modelFrom(name: string, module: string, imports: Imports): string {
    const own = this.moduleOf(name);
    return own === module ? this.classOf(name) : imports.add(`.${own}`, this.classOf(name));
  }

  #sentWithin({ resources }: ApiDescription): ReadonlySet<string> {
    const found = new Set<string>();
    const waiting = resources.flatMap(operationsBelow).flatMap(({ body }) => {
      if (body === undefined) return [];
      return body.kind === 'named' ? namesInType(this.typeOf(body.name)) : namesIn(body);
    });
    for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
      if (found.has(name)) continue;
      found.add(name);
      waiting.push(...namesInType(this.typeOf(name)));
    }
    return found;
  }
}
