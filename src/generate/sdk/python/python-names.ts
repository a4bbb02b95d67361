import type { ApiDescription, SdkFile, SdkOperation, SdkResource } from '../api-description.ts';
import { moduleName, naming, pascalCase, snakeCase } from './syntax/names.ts';

/** What is imported or called by its bare name in the body of a generated class, which a member would hide. */
const usedInClasses = ['cached_property', 'datetime'];

interface ResourceNames {
  /** What gives it: `entries` */
  readonly property: string;
  /** `client.audit.entries` */
  readonly access: string;
  /** `audit_entries` */
  readonly module: string;
  /** `AuditEntries` */
  readonly title: string;
}

interface OperationNames {
  /** `list` */
  readonly method: string;
  /** What says where it goes, in the module of its resource: `_AUDIT_ENTRIES_LIST` */
  readonly constant: string;
}

/** What resources and their operations are called: none like another beside it, and none like what is written by hand. */
export class PythonNames {
  readonly #resources = new Map<SdkResource, ResourceNames>();
  readonly #operations = new Map<SdkOperation, OperationNames>();
  readonly #modules = new Set<string>();
  readonly #templates: readonly SdkFile[];
  readonly #resourceMembers: ReadonlySet<string>;

  /** @throws RangeError where an operation or a resource goes by the name of what was added by hand to its resource. */
  constructor({ resources }: ApiDescription, templates: readonly SdkFile[]) {
    this.#templates = templates;
    this.#resourceMembers = this.#members('_core/resource', '_core/async_resource');
    const give = naming([
      ...usedInClasses,
      ...this.#members('_core/client_base', '_core/sync_client', '_core/async_client'),
    ]);
    for (const resource of resources) this.#take(resource, give(resource.name), 'client');
  }

  of(resource: SdkResource): ResourceNames {
    return found(this.#resources.get(resource), resource.path.join('.'));
  }

  ofOperation(operation: SdkOperation): OperationNames {
    return found(this.#operations.get(operation), operation.id);
  }

  /** `AuditEntriesResource`; no type of the API is called so. */
  resourceClass(resource: SdkResource, isAsync: boolean): string {
    return `${isAsync ? 'Async' : ''}${this.of(resource).title}Resource`;
  }

  /** Of all resources, for both clients. */
  get resourceClasses(): readonly string[] {
    return [...this.#resources.keys()].flatMap((one) => [
      this.resourceClass(one, false),
      this.resourceClass(one, true),
    ]);
  }

  /** The class of what was added by hand to a resource; undefined where nothing was. */
  additionsTo(resource: SdkResource): { readonly module: string; readonly name: string } | undefined {
    const { module, title } = this.of(resource);
    const isThere = this.#templates.some(({ path }) => path === pathOf(`_additions/${module}`));
    return isThere ? { module, name: `${title}Additions` } : undefined;
  }

  #take(resource: SdkResource, property: string, above: string): void {
    const access = `${above}.${property}`;
    const base = moduleName(resource.path.map(snakeCase).join('_'));
    let module = base;
    // Two paths may read alike: that of `auditKeys` and that of `audit.keys`.
    for (let count = 2; this.#modules.has(module); count += 1) module = `${base}_${count}`;
    this.#modules.add(module);
    const title = resource.path.map(pascalCase).join('') + module.slice(base.length).replace('_', '');
    this.#resources.set(resource, { property, access, module, title });
    this.#refuseHidden(resource, module);
    const give = naming([...usedInClasses, ...this.#resourceMembers]);
    for (const below of resource.resources) this.#take(below, give(below.name), access);
    const giveConstant = naming([]);
    for (const operation of resource.operations) {
      const constant = `_${giveConstant(operation.id).toUpperCase()}`;
      this.#operations.set(operation, { method: give(operation.name), constant });
    }
  }

  /** What is written by hand and what is generated must not go by one name: one of them could never be called. */
  #refuseHidden({ operations, path, resources }: SdkResource, module: string): void {
    const members = this.#members(`_additions/${module}`);
    const hidden = [...operations, ...resources].find(({ name }) => members.has(snakeCase(name)));
    if (hidden === undefined) return;
    throw new RangeError(`${[...path, hidden.name].join('.')} and a member of _additions/${module}.py have one name`);
  }

  /** What is called on the classes of these modules of the runtime. */
  #members(...modules: readonly string[]): ReadonlySet<string> {
    const paths = new Set(modules.map(pathOf));
    const texts = this.#templates.filter(({ path }) => paths.has(path)).map(({ text }) => text);
    return new Set(
      texts.flatMap((text) => [...text.matchAll(/^ {4}(?:async )?def ([a-z]\w*)\(/gmu)].map(([, name = '']) => name)),
    );
  }
}

function pathOf(module: string): string {
  return `src/dream_sdk/${module}.py`;
}

function found<Name>(name: Name | undefined, of: string): Name {
  if (name === undefined) throw new RangeError(`the API has no ${of}`);
  return name;
}
