import { components } from '../components/index.ts';
import type { Configuration } from '../engine/configuration.ts';
import { type FieldEdit, fieldEdits } from '../engine/edit/field-edit.ts';
import { normalizeBody } from '../engine/diff/normalize-body.ts';
import { modelOf } from '../engine/changeset/model-of.ts';
import { createRegistry } from '../engine/model/create-registry.ts';
import type { KindRegistry } from '../engine/model/registry.ts';
import { makeError } from '../engine/platform-error/index.ts';
import { type Resource, resourceName } from '../engine/resource.ts';
import { renameReferences } from '../engine/validate/rename-references.ts';
import type { Host } from '../host/contract.ts';
import { clientErrors } from './client/errors.ts';
import { everyPage } from './client/http-control-plane.ts';
import type { ControlPlane, LiveResource } from './control-plane-client.ts';
import { FileEdits } from './file-edits.ts';
import { loadProject } from './load-project.ts';

export interface PullOptions {
  readonly host: Host;
  readonly directory: string;
  readonly controlPlane: ControlPlane;
  readonly environment: string;
  readonly dryRun: boolean;
}

export interface Pulled {
  /** Files written, relative to the project directory. */
  readonly written: readonly string[];
  /** Resources whose files already said what is live. */
  readonly unchanged: number;
  /** Resources in the files that are not live: left as they are, for `dream plan` to show. */
  readonly onlyInFiles: readonly string[];
  /** Resources that are live under their former key still: theirs in the files is left as it is, too. */
  readonly renamedInFiles: readonly string[];
  /** The same with what is live: a key is the same in every environment, so it is written back for none alone. */
  readonly renamesKept: readonly RenameKept[];
}

interface RenameKept {
  /** `Role/old`, as it is live in the environment. */
  readonly live: string;
  /** `Role/new`, as the files have it, in every environment. */
  readonly inFiles: string;
}

/**
 * Makes the files say what is live in one environment. What a document says of every other environment stays as
 * it was; a resource that the files did not know gets a file of its own, and with it exists in all of them, since
 * a document cannot be left out of an environment. A rename that is not live here may be live elsewhere, so where
 * there are other environments it stays. Comments and order of existing files are kept.
 */
export async function pull({ host, directory, controlPlane, environment, dryRun }: PullOptions): Promise<Pulled> {
  const { configuration } = await loadProject(directory, host);
  if (configuration === null) {
    throw makeError(clientErrors.invalidFiles, {
      message: 'the files have mistakes, so that nothing can be written into them: see dream validate',
    });
  }
  const registry = createRegistry(components);
  const live = await everyPage((page) => controlPlane.resources({}, page));
  const files = new FileEdits(directory, configuration.ignore, host);
  const resolved = new Map(
    configuration.desiredState(environment).resources.map((resource) => [resourceName(resource), resource]),
  );
  const alive = new Set(live.map(resourceName));
  const movedAway = renamesNotLive([...resolved.values()], alive);
  const kept = configuration.environments.size === 1 ? [] : [...movedAway.values()];
  const pulling: Pulling = {
    configuration,
    environment,
    registry,
    files,
    resolved,
    movedAway,
    newKeys: newKeysOf(kept),
  };
  const unchanged = live.filter((resource) => !planEdits(resource, pulling) && !movedAway.has(resourceName(resource)));
  return {
    written: await files.write(dryRun),
    unchanged: unchanged.length,
    onlyInFiles: [...resolved.values()].filter((resource) => isOnlyInFiles(resource, alive)).map(resourceName),
    renamedInFiles: kept.map(resourceName),
    renamesKept: kept.map((resource) => ({ live: formerName(resource), inFiles: resourceName(resource) })),
  };
}

function isOnlyInFiles(resource: Resource, alive: ReadonlySet<string>): boolean {
  const { kind, movedFrom } = resource;
  const renamed = movedFrom !== undefined && alive.has(resourceName({ kind, key: movedFrom }));
  return !renamed && !alive.has(resourceName(resource));
}

/** What the files call otherwise because of a rename that is not live, or no longer: by its live `Kind/key`. */
function renamesNotLive(resources: readonly Resource[], alive: ReadonlySet<string>): ReadonlyMap<string, Resource> {
  return new Map(
    resources.flatMap((resource) => {
      if (resource.movedFrom === undefined || alive.has(resourceName(resource))) return [];
      const former = formerName(resource);
      return alive.has(former) ? [[former, resource] as const] : [];
    }),
  );
}

function newKeysOf(renamed: readonly Resource[]): ReadonlyMap<string, string> {
  return new Map(renamed.map((resource) => [formerName(resource), resource.key]));
}

function formerName({ kind, key, movedFrom = key }: Resource): string {
  return resourceName({ kind, key: movedFrom });
}

interface Pulling {
  readonly configuration: Configuration;
  readonly environment: string;
  readonly registry: KindRegistry;
  readonly files: FileEdits;
  /** What the files say now, by `Kind/key`. */
  readonly resolved: ReadonlyMap<string, Resource>;
  readonly movedAway: ReadonlyMap<string, Resource>;
  /** Of the renames that the files keep: the new key by the live `Kind/key`. */
  readonly newKeys: ReadonlyMap<string, string>;
}

/** True when a file must change for it. */
function planEdits(live: LiveResource, pulling: Pulling): boolean {
  const { configuration, environment, registry, files, newKeys } = pulling;
  const { schema, plural } = modelOf(live.kind, registry);
  const resource = pulling.resolved.get(resourceName(live)) ?? pulling.movedAway.get(resourceName(live));
  const source = resource === undefined ? undefined : configuration.sourceOf(resource);
  // Where the files keep a rename, whatever refers to it must say the new key, or they would no longer be valid.
  const body = renameReferences(live, newKeys, registry);
  if (source === undefined || resource === undefined) {
    files.create(plural, { kind: live.kind, key: live.key, body, schema });
    return true;
  }
  const renaming: FieldEdit[] =
    resource.key === live.key || newKeys.has(resourceName(live))
      ? []
      : [{ path: ['key'], value: live.key }, { path: ['movedFrom'] }];
  const fields = fieldEdits({
    document: source.document,
    environment,
    alone: configuration.environments.size === 1,
    resolved: resource.body,
    wanted: normalizeBody(body, schema),
    schema,
  });
  const edits = [...renaming, ...fields];
  if (edits.length > 0) files.edit(source, { kind: resource.kind, key: resource.key, edits, schema });
  return edits.length > 0;
}
