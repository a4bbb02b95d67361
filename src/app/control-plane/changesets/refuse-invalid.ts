import type { KindRegistry } from '../../../engine/model/registry.ts';
import { makeError } from '../../../engine/platform-error/index.ts';
import { type Resource, resourceName } from '../../../engine/resource.ts';
import type { ResourceFinding } from '../../../engine/validate/finding.ts';
import { validateResources } from '../../../engine/validate/validate-resources.ts';
import { changeErrors } from '../../../engine/changeset/errors.ts';

/** Enough to see what is wrong; the files' own `dream validate` lists every mistake. */
const shownFindings = 50;

/** @throws ValidationError `changes/invalid` naming each finding by resource and JSON pointer. */
export function refuseInvalid(resources: readonly Resource[], registry: KindRegistry): void {
  const all = [...reservedFields(resources), ...validateResources(resources, registry)];
  const findings = all.filter(({ severity }) => severity === 'error');
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

const reserved = ['kind', 'key', 'environments', 'movedFrom'] as const;

/** What stands beside the body on the wire must not stand in it too: one of the two would be ignored. */
function reservedFields(resources: readonly Resource[]): readonly ResourceFinding[] {
  return resources.flatMap(({ kind, key, body }) =>
    reserved
      .filter((name) => Object.hasOwn(body, name))
      .map((name) => ({
        resource: { kind, key },
        code: 'field/unknown',
        severity: 'error' as const,
        pointer: `/${name}`,
        message: `\`${name}\` belongs beside the body, not into it.`,
      })),
  );
}
