import type { ApiDescription, SdkOperation, SdkResource, SdkType } from '../api-description.ts';
import { type EventArm, eventArms, eventName, unknownEventName } from '../event-arms.ts';
import { withNamedObjects } from './named-objects.ts';
import { plannedForms, type PlannedChoice, type PlannedEither } from './planned-forms.ts';
import {
  camelCase,
  clientMembers,
  constantCase,
  Names,
  objectMembers,
  pascalCase,
  resourceMembers,
} from './syntax/names.ts';
import type { AnsweredForm } from './types/answered-form.ts';

/** What everything generated is called. */
export interface Plan {
  readonly description: ApiDescription;
  readonly choices: readonly PlannedChoice[];
  readonly eithers: readonly PlannedEither[];
  /** Absent where nobody is told of any. */
  readonly events?: PlannedEvents;
  readonly resources: readonly PlannedResource[];
  readonly typeOf: (name: string) => SdkType;
  /** The class of a type as it is answered. */
  readonly modelName: (name: string) => string;
  /** The class of a type as it is sent. */
  readonly paramsName: (name: string) => string;
  readonly choiceName: (form: Extract<AnsweredForm, { kind: 'choice' }>) => string;
  readonly eitherName: (form: Extract<AnsweredForm, { kind: 'either' }>) => string;
  /** By class, the methods of `TypeDecoders`. */
  readonly decoders: ReadonlyMap<string, string>;
  readonly decoderName: (className: string) => string;
}

/** The classes of events. */
export interface PlannedEvents {
  readonly name: string;
  readonly unknown: string;
  readonly arms: readonly { readonly arm: EventArm; readonly name: string }[];
}

export interface PlannedResource {
  readonly resource: SdkResource;
  readonly className: string;
  /** How to get at it: `dream.audit().entries()`. */
  readonly access: string;
  /** What gives it: `entries`. */
  readonly accessor: string;
  readonly nested: readonly PlannedResource[];
  readonly operations: readonly PlannedOperation[];
}

export interface PlannedOperation {
  readonly operation: SdkOperation;
  readonly methodName: string;
  readonly constant: string;
  /** The class of its query; absent where it has none. */
  readonly queryName?: string;
}

/** What generated code calls by its simple name, and what stands within its classes. */
const takenNames = `Boolean Builder Double Dream Long Object Override Raw String Unknown Void`.split(' ');

/** What programs speak of beside generated classes: of theirs, none shall be called so. */
const javaNames = `Character Class Error Exception Float Integer Iterable List Map Math Module Number Optional Package
  Process Record Runnable Runtime Set Short System Thread Throwable`.split(/\s+/u);

/** Names of files have an end too; that of a class within it and `.class` have to fit. */
const longestClassName = 150;

/** No file can be called so on Windows, whatever its ending. */
const deviceNames = [
  'aux',
  'con',
  'nul',
  'prn',
  ...'0123456789'.split('').flatMap((digit) => [`com${digit}`, `lpt${digit}`]),
];

export function planSdk(api: ApiDescription): Plan {
  const description = withNamedObjects(api);
  const classes = new Names([...takenNames, ...javaNames, ...deviceNames], { ignoresCase: true });
  const give = (wish: string, ending: string): string =>
    classes.give(pascalCase(wish).slice(0, longestClassName), ending);
  const types = new Map(description.types.map((type) => [type.name, type]));
  const events = plannedEvents(description, give);
  const models = new Map(
    description.types.map(({ name }) => [
      name,
      events !== undefined && name === description.events?.name ? events.name : give(name, 'Model'),
    ]),
  );
  const params = new Map(
    description.types
      .filter(({ isSent }) => isSent)
      .map(({ name, isAnswered }) => [name, isAnswered ? give(`${name}Params`, '2') : found(models, name)]),
  );
  const { choices, eithers } = plannedForms(description, (name) => found(models, name), give);
  const names = new Map([...choices, ...eithers].map(({ form, name }) => [JSON.stringify(form), name]));
  const decoders = decoderNames([
    ...description.types.filter(({ isAnswered }) => isAnswered).map(({ name }) => found(models, name)),
    ...[...choices, ...eithers].map(({ name }) => name),
  ]);
  const planResource = (resource: SdkResource, above: string, accessors: Names): PlannedResource => {
    const accessor = accessors.give(camelCase(resource.name));
    const access = `${above}.${accessor}()`;
    const title = pascalCase(resource.path.join('-'));
    const members = new Names(resourceMembers);
    const nested = resource.resources.map((inner) => planResource(inner, access, members));
    const constants = new Names();
    const operations = resource.operations.map((operation) => ({
      operation,
      methodName: members.give(camelCase(operation.name)),
      constant: constants.give(constantCase(operation.name)),
      ...(operation.queryParameters.length === 0
        ? {}
        : { queryName: give(`${title}${pascalCase(operation.name)}Query`, '2') }),
    }));
    return { resource, className: give(title, 'Resource'), access, accessor, nested, operations };
  };
  const accessors = new Names(clientMembers);
  return {
    description,
    choices,
    eithers,
    ...(events === undefined ? {} : { events }),
    resources: description.resources.map((resource) => planResource(resource, 'dream', accessors)),
    typeOf: (name) => found(types, name),
    modelName: (name) => found(models, name),
    paramsName: (name) => found(params, name),
    choiceName: (form) => found(names, JSON.stringify(form)),
    eitherName: (form) => found(names, JSON.stringify(form)),
    decoders,
    decoderName: (className) => found(decoders, className),
  };
}

/** Before all others, since what is written by hand speaks of them. */
function plannedEvents(
  description: ApiDescription,
  give: (wish: string, ending: string) => string,
): PlannedEvents | undefined {
  if (description.events === undefined) return undefined;
  return {
    name: give(eventName, '2'),
    unknown: give(unknownEventName, '2'),
    arms: eventArms(description).map((arm) => ({ arm, name: give(arm.name, '2') })),
  };
}

function decoderNames(classes: readonly string[]): ReadonlyMap<string, string> {
  const names = new Names(objectMembers);
  return new Map(classes.map((name) => [name, names.give(camelCase(name))]));
}

/** A resource and all below it. */
export function withNested(resource: PlannedResource): readonly PlannedResource[] {
  return [resource, ...resource.nested.flatMap(withNested)];
}

function found<T>(among: ReadonlyMap<string, T>, name: string): T {
  const value = among.get(name);
  if (value === undefined) throw new RangeError(`the SDK for Java has no class for ${name}`);
  return value;
}
