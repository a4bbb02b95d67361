import type { ApiDescription, SdkField, SdkResource } from '../api-description.ts';
import { eventName } from '../event-arms.ts';
import type { Runtime } from './runtime.ts';
import { discriminators } from './syntax/discriminators.ts';
import { eventNames } from './syntax/event-names.ts';
import { everyReference } from './syntax/every-reference.ts';
import { type LongChoice, longChoices } from './syntax/long-choices.ts';
import { kebabCase, Names, pascalCase } from './syntax/names.ts';

/** What everything generated is called. The names that the SDK exports are all different. */
export interface Plan {
  readonly description: ApiDescription;
  readonly runtime: Runtime;
  readonly discriminators: ReadonlySet<SdkField>;
  /** By their values. */
  readonly longChoices: ReadonlyMap<string, LongChoice>;
  /** Every resource, in the order of its files. */
  readonly resources: readonly PlannedResource[];
  readonly typeName: (type: string) => string;
  /** A further name to export. */
  readonly exportName: (wish: string) => string;
}

export interface PlannedResource {
  readonly resource: SdkResource;
  /** `AuditEntries`: what names of its own begin with. */
  readonly title: string;
  readonly className: string;
  /** Below `src/`: `resources/audit-entries.ts`. */
  readonly path: string;
  /** What it is called where it stands: as a field of the client, or of the resource above. */
  readonly field: string;
  /** How to get at it: `client.audit.entries`. */
  readonly access: string;
  /** The hand-written class between this one and `Resource`. */
  readonly additions?: string;
  readonly nested: readonly PlannedResource[];
  /** What its operations are called, in their order. */
  readonly methods: readonly string[];
}

export const clientName = 'Dream';

/** What stands for what came after the SDK was made. */
export const unknownNames = { kind: 'UnknownKind', text: 'UnknownText', mark: 'unknownText' } as const;

/** What the language itself calls: an object with a `then` of its own would be taken for a promise. */
const objectMembers = `constructor hasOwnProperty isPrototypeOf propertyIsEnumerable then toJSON toLocaleString toString
  valueOf`.split(/\s+/u);

/** The members of the hand-written classes, which generated ones must not hide. */
const clientMembers = [...objectMembers, 'connection', 'setUserToken', 'withOptions'];
const resourceMembers = [...objectMembers, 'connection', 'call', 'pages', 'parts', 'events', 'bytes'];

/** No file can be called so on Windows, whatever its ending. */
const deviceNames =
  `aux con nul prn com0 com1 com2 com3 com4 com5 com6 com7 com8 com9 lpt0 lpt1 lpt2 lpt3 lpt4 lpt5 lpt6
  lpt7 lpt8 lpt9`.split(/\s+/u);

export function planSdk(description: ApiDescription, runtime: Runtime): Plan {
  const { events } = description;
  const ofEvents = events === undefined ? [] : eventNames;
  const exported = new Names([...runtime.publicNames, clientName, ...Object.values(unknownNames), ...ofEvents]);
  // Types first: they are written into more programs than the classes of resources are.
  const types = new Map(
    description.types.map(({ name }) => [
      name,
      name === events?.name ? eventName : exported.give(pascalCase(name), 'Model'),
    ]),
  );
  const files = new Names(deviceNames, { mayBeWords: true });
  const titles = new Names([], { mayBeWords: true });
  const planResource = (resource: SdkResource, above: string, fields: Names): PlannedResource => {
    const field = fields.give(resource.name);
    const access = `${above}.${field}`;
    const members = new Names(resourceMembers, { mayBeWords: true });
    // Two paths may read alike: that of `auditKeys` and that of `audit.keys`.
    const title = titles.give(pascalCase(resource.path.join('-')), '2');
    const className = exported.give(title, 'Resource');
    const nested = resource.resources.map((inner) => planResource(inner, access, members));
    const additions = `${title}Additions`;
    refuseHidden(resource, additions, runtime);
    return {
      resource,
      title,
      className,
      path: `resources/${files.give(kebabCase(title), '-resource')}.ts`,
      ...(runtime.has(additions) ? { additions } : {}),
      field,
      access,
      nested,
      methods: resource.operations.map(({ name }) => members.give(name)),
    };
  };
  const fields = new Names(clientMembers, { mayBeWords: true });
  const resources = description.resources.map((resource) => planResource(resource, 'client', fields));
  const references = everyReference(description);
  return {
    description,
    runtime,
    discriminators: discriminators(description, references),
    longChoices: longChoices(references, exported),
    resources,
    typeName: (type) => types.get(type) ?? missing(type),
    exportName: (wish) => exported.give(wish, '2'),
  };
}

/** A resource and all below it, each before those below itself. */
export function withNested(resource: PlannedResource): readonly PlannedResource[] {
  return [resource, ...resource.nested.flatMap(withNested)];
}

/** What is written by hand and what is generated must not go by one name: one of them could never be called. */
function refuseHidden({ operations, path, resources }: SdkResource, additions: string, runtime: Runtime): void {
  const members = runtime.membersOf(additions);
  const hidden = [...operations, ...resources].find(({ name }) => members.has(name));
  if (hidden === undefined) return;
  throw new RangeError(`${[...path, hidden.name].join('.')} and a member of ${additions} have one name`);
}

function missing(type: string): never {
  throw new Error(`the description has no type ${type}`);
}
