import type { ApiDescription, SdkFile, SdkResource, SdkType } from '../api-description.ts';
import { apiIndex } from './api-index.ts';
import { clientText } from './client.ts';
import { eventModuleText, eventNamesOf } from './event-module.ts';
import { lazyPackage } from './lazy-package.ts';
import { modelClass } from './model.ts';
import { headLine, moduleText } from './module-text.ts';
import { paramClass } from './params.ts';
import { PythonNames } from './python-names.ts';
import { eventsModule, PythonTypes } from './python-types.ts';
import { resourceText } from './resource.ts';
import { textLiteral } from './syntax/text-literal.ts';
import { Imports } from './types/imports.ts';

const root = 'src/dream_sdk';

/** All files of the Python SDK: the hand-written ones as they are, and what follows from the API. */
export function emitPython(description: ApiDescription, templates: readonly SdkFile[]): readonly SdkFile[] {
  const names = new PythonNames(description, templates);
  const types = new PythonTypes(description, names.resourceClasses);
  const resources = description.resources.flatMap(withBelow);
  return [
    ...templates,
    apiIndex(resources, types, names),
    { path: `${root}/_version.py`, text: versionText(description) },
    { path: `${root}/_client.py`, text: clientText(description, names, false) },
    { path: `${root}/_async_client.py`, text: clientText(description, names, true) },
    { path: `${root}/resources/__init__.py`, text: `${headLine}\n"""The operations of the API, by resource."""\n` },
    ...resources.map((resource) => ({
      path: `${root}/resources/${names.of(resource).module}.py`,
      text: resourceText(resource, types, names),
    })),
    ...typeFiles(types, description),
    ...paramFiles(types),
  ].toSorted((one, other) => (one.path < other.path ? -1 : one.path > other.path ? 1 : 0));
}

function typeFiles(types: PythonTypes, description: ApiDescription): readonly SdkFile[] {
  const hasEvents = description.events !== undefined;
  const groups = modulesOf(types, ({ isAnswered }) => isAnswered);
  const names = new Map([
    ...groups.map(([module, own]) => [module, own.map(({ name }) => types.classOf(name))] as const),
    ...(hasEvents ? [[eventsModule, eventNamesOf(description)] as const] : []),
  ]);
  return [
    ...(hasEvents ? [{ path: `${root}/types/${eventsModule}.py`, text: eventModuleText(description, types) }] : []),
    { path: `${root}/types/__init__.py`, text: lazyPackage('What the server answers with.', names) },
    ...groups.map(([module, own]) => {
      const imports = new Imports();
      const body = own.map((type) => modelClass(type, module, types, imports));
      return {
        path: `${root}/types/${module}.py`,
        text: moduleText({ about: 'What the server answers with.', imports, body }),
      };
    }),
  ];
}

function paramFiles(types: PythonTypes): readonly SdkFile[] {
  const groups = modulesOf(types, ({ name }) => types.isParam(name));
  const names = new Map(groups.map(([module, own]) => [module, own.map(({ name }) => `${name}Param`)]));
  return [
    { path: `${root}/params/__init__.py`, text: lazyPackage('What is sent within a body.', names) },
    ...groups.map(([module, own]) => {
      const imports = new Imports();
      const body = own.map((type) => paramClass(type, module, types, imports));
      return {
        path: `${root}/params/${module}.py`,
        text: moduleText({ about: 'What is sent within a body.', imports, body }),
      };
    }),
  ];
}

function modulesOf(
  types: PythonTypes,
  isWanted: (type: SdkType) => boolean,
): readonly (readonly [string, readonly SdkType[]])[] {
  return types.modules
    .map(([module, own]) => [module, own.filter(isWanted)] as const)
    .filter(([, own]) => own.length > 0);
}

function withBelow(resource: SdkResource): readonly SdkResource[] {
  return [resource, ...resource.resources.flatMap(withBelow)];
}

function versionText({ version, apiVersion }: ApiDescription): string {
  return `${headLine}
"""Which SDK this is, and which version of the API it was made for."""

VERSION = ${textLiteral(version)}
API_VERSION = ${textLiteral(apiVersion)}
`;
}
