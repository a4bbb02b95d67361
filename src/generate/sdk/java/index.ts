import type { ApiDescription, SdkFile } from '../api-description.ts';
import { apiIndex } from './api-index.ts';
import { clientClass } from './client-class.ts';
import { packageFile, packages } from './java-file.ts';
import { paramsClass, queryClass } from './params/params-class.ts';
import { type Plan, planSdk, withNested } from './plan.ts';
import { resourceClass } from './resources/resource-class.ts';
import { choiceClass } from './types/choice-class.ts';
import { decodersClass } from './types/decoders-class.ts';
import { eitherInterface } from './types/either-interface.ts';
import { eventFiles } from './types/event-classes.ts';
import { modelClass } from './types/model-class.ts';
import { versionClass } from './version-class.ts';

/** The SDK for Java: its hand-written files as they are, and those that follow from the API. */
export function emitJava(description: ApiDescription, templates: readonly SdkFile[]): readonly SdkFile[] {
  const plan = planSdk(description);
  const resources = plan.resources.flatMap(withNested);
  return [
    ...templates,
    apiIndex(plan),
    clientClass(plan),
    versionClass(description),
    packageFile(packages.resources, 'The operations of the API, by resource.'),
    ...resources.map((resource) => resourceClass(resource, plan)),
    packageFile(packages.types, 'What the server answers with.'),
    ...typeFiles(plan),
    decodersClass(plan),
    packageFile(packages.params, 'What is sent: bodies, and queries.'),
    ...paramsFiles(plan),
  ];
}

function typeFiles(plan: Plan): readonly SdkFile[] {
  const { choices, description, eithers } = plan;
  return [
    ...description.types
      .filter(({ isAnswered, name }) => isAnswered && name !== description.events?.name)
      .map((type) => modelClass(type, plan)),
    ...eventFiles(plan),
    ...choices.map(choiceClass),
    ...eithers.map((either) => eitherInterface(either, plan)),
  ];
}

function paramsFiles(plan: Plan): readonly SdkFile[] {
  const { description, resources } = plan;
  const operations = resources.flatMap(withNested).flatMap((resource) => resource.operations);
  return [
    ...description.types.filter(({ isSent }) => isSent).map((type) => paramsClass(type, plan)),
    ...operations.flatMap(({ operation, queryName }) =>
      queryName === undefined ? [] : [queryClass(queryName, operation.id, operation.queryParameters, plan)],
    ),
  ];
}
