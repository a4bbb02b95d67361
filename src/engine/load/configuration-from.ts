import type { Configuration } from '../configuration.ts';
import { isJsonObject } from '../json.ts';
import { type DesiredState, type Resource, resourceName } from '../resource.ts';
import { bodyOf } from '../validate/check-document.ts';
import type { LoadedDocument } from './loaded-document.ts';
import type { Project } from './project.ts';

/** What the files say, once nothing is wrong with them. Bodies are made when an environment is asked for. */
export function configurationFrom(project: Project, documents: readonly LoadedDocument[]): Configuration {
  const sorted = documents.toSorted(
    ({ subject: left }, { subject: right }) => compare(left.kind, right.kind) || compare(left.key, right.key),
  );
  let byName: ReadonlyMap<string, LoadedDocument> | undefined;
  return {
    project: project.name,
    environments: project.environments,
    ignore: project.ignore,
    resourceCount: documents.length,
    desiredState(environment): DesiredState {
      const settings = project.environments.get(environment);
      if (settings === undefined) throw new RangeError(`dream.yaml declares no environment ${environment}`);
      const resources = sorted.map((document) => resourceIn(document, environment));
      return { project: project.name, environment, settings, resources };
    },
    sourceOf({ kind, key }) {
      byName ??= new Map(sorted.map((document) => [resourceName(document.subject), document]));
      const found = byName.get(resourceName({ kind, key }));
      if (found === undefined) return undefined;
      const { yaml, base } = found;
      return { file: yaml.source.file, document: isJsonObject(yaml.value) ? yaml.value : base };
    },
  };
}

function resourceIn({ subject }: LoadedDocument, environment: string): Resource {
  const { kind, key, movedFrom, variants } = subject;
  const variant = variants.find(({ environments }) => environments.includes(environment));
  const moved = movedFrom === undefined ? {} : { movedFrom };
  return { kind, key, body: bodyOf(variant?.document ?? {}), ...moved };
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
