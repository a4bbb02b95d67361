import type { Operation } from '../../server/operation.ts';
import { api as ownApi } from './api.ts';
import type { ApiPart } from './api-parts.ts';
import { bindImpacts } from './bind-impacts.ts';
import { changesetOperations } from './changesets/operations.ts';
import type { Dependencies } from './dependencies.ts';
import { environmentOperations } from './environments/operations.ts';
import { keyOperations } from './keys/operations.ts';
import { LiveBodies } from './resources/live-bodies.ts';
import { liveResources } from './resources/live-resources.ts';
import { resourceOperations } from './resources/operations.ts';
import { revisionOperations } from './revisions/operations.ts';
import { secretOperations } from './secrets/operations.ts';
import { statusOperations } from './status/operations.ts';

/** The operation table: everything the API can do. What it keeps between requests is kept by this table alone. */
export function operationTable(given: Omit<Dependencies, 'bodies' | 'impacts'>): readonly Operation[] {
  return apiParts(given).flatMap(({ operations }) => operations);
}

/** The operation table by who offers what; each operation stands in one part. */
export function apiParts(given: Omit<Dependencies, 'bodies' | 'impacts'>): readonly ApiPart[] {
  const dependencies = { ...given, bodies: new LiveBodies(), impacts: bindImpacts(given.components) };
  const ports = { ...dependencies.ports, resources: liveResources(dependencies) };
  const own = [
    ...changesetOperations(dependencies),
    ...revisionOperations(dependencies),
    ...resourceOperations(dependencies),
    ...statusOperations(dependencies),
    ...environmentOperations(),
    ...keyOperations(dependencies),
    ...secretOperations(dependencies),
  ];
  const others = given.components.map(({ name, api, models, operations }) => ({
    name,
    api,
    models,
    operations: operations?.({ ...dependencies, ports }) ?? [],
  }));
  return [{ name: 'control-plane', api: ownApi, models: [], operations: own }, ...others];
}
