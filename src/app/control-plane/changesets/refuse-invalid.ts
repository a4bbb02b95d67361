import type { KindRegistry } from '../../../engine/model/registry.ts';
import { makeError } from '../../../engine/platform-error/index.ts';
import { type Resource, resourceName } from '../../../engine/resource.ts';
import { validateResources } from '../../../engine/validate/validate-resources.ts';
import { changeErrors } from '../../../engine/changeset/errors.ts';

/** Enough to see what is wrong; the files' own `dream validate` lists every mistake. */
const shownFindings = 50;

/** @throws ValidationError `changes/invalid` naming each finding by resource and JSON pointer. */
export function refuseInvalid(resources: readonly Resource[], registry: KindRegistry): void {
  const findings = validateResources(resources, registry);
  const [first] = findings;
  if (first === undefined) return;
  const more = findings.length === 1 ? '' : ` (and ${findings.length - 1} more)`;
  throw makeError(changeErrors.invalid, {
    message: `${resourceName(first.resource)}${first.pointer}: ${first.message}${more}`,
    details: {
      findings: findings.slice(0, shownFindings).map(({ resource, code, pointer, message, hint }) => ({
        resource: resourceName(resource),
        code,
        pointer,
        message,
        ...(hint === undefined ? {} : { hint }),
      })),
      omitted: Math.max(0, findings.length - shownFindings),
    },
  });
}
