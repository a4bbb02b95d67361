import { canonicalJson } from '../../engine/canonical-json.ts';
import { isPlatformError, makeError } from '../../engine/platform-error/index.ts';
import type { ExportQuery } from '../audit-client.ts';
import { usageError } from '../command-errors.ts';
import { exportErrors } from './errors.ts';
import type { AskedExport } from './read-manifest.ts';

/** The environment that is exported from. */
export type ExportedFrom = Pick<AskedExport, 'project' | 'environment'>;

const hint = 'Give the options that it began with, or name another file.';

/**
 * Refuses to take a whole export for another one that is asked for.
 *
 * @param kept what the export in the file says it is
 * @throws ValidationError `cli/usage`
 */
export function refuseOtherExport(file: string, kept: AskedExport, query: ExportQuery, from: ExportedFrom): void {
  const { after = 0, arrived: _, arrivedHash: __, format: ___, personal = false, tenant, ...rest } = query;
  const given = Object.entries(rest).filter(([, value]) => value !== undefined);
  const filter = { ...Object.fromEntries(given), ...(after === 0 ? {} : { after }) };
  const { environment, project } = from;
  const asked: AskedExport = { project, environment, tenantId: tenant ?? null, filter, personal };
  if (canonicalJson({ ...kept }) === canonicalJson({ ...asked })) return;
  const whose = [kept.project, kept.environment, ...(kept.tenantId === null ? [] : [kept.tenantId])].join('/');
  const isSameOfThat = canonicalJson({ ...kept }) === canonicalJson({ ...asked, tenantId: kept.tenantId });
  const lacksTenantOnly = tenant === undefined && kept.tenantId !== null && isSameOfThat;
  throw usageError(
    `${file} was begun with other options: it is an export of ${whose}.`,
    lacksTenantOnly ? tenantHint(kept.tenantId) : hint,
  );
}

/** The server takes the key's own tenant where none is named, and nobody here knows which that is. */
function tenantHint(tenantId: string): string {
  return `Add --tenant ${tenantId}, also where the key has that tenant of its own; or name another file.`;
}

/** What the server says of a part of an export that is none of the one that is asked for, said of the file. */
export function ofFile(problem: unknown, file: string | null): unknown {
  if (file === null || !isPlatformError(problem) || problem.code !== 'audit/other-beginning') return problem;
  return makeError(exportErrors.changed, {
    message: `${file} is not the beginning of this export: it was begun with other options, or something of it was changed or taken out since. Nothing was written to it.`,
    details: { hint },
    cause: problem,
  });
}
