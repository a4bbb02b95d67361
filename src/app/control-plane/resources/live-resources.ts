import type { LiveResources } from '../../../components/ports.ts';
import { changeErrors } from '../../../engine/changeset/errors.ts';
import { applyResultSchema } from '../changesets/api-schemas.ts';
import { tellResource } from '../changesets/tell-change.ts';
import type { Dependencies } from '../dependencies.ts';
import { changeResource } from './change-resource.ts';
import { resourceErrors } from './errors.ts';
import { resourceSchema, toApiResource } from './mapping.ts';
import { countResources, selectResource, selectResources } from './queries.ts';

/** The live configuration, as components reach it. */
export function liveResources(dependencies: Dependencies): LiveResources {
  const { registry } = dependencies;
  return {
    async list(session, kind, bounds) {
      const rows = await selectResources(session, kind, bounds);
      return { items: rows.map((row) => toApiResource(row, registry)), total: await countResources(session, kind) };
    },
    async find(session, kind, key) {
      const row = await selectResource(session, kind, key);
      return row === undefined ? undefined : toApiResource(row, registry);
    },
    async change({ caller, changed, now, session }, change) {
      const made = await changeResource(session, caller, change, now, dependencies);
      changed(tellResource(made, dependencies.components, change));
      return made.applied;
    },
    errors: [...Object.values(resourceErrors), ...Object.values(changeErrors)],
    schemas: { kept: resourceSchema, changed: applyResultSchema },
  };
}
