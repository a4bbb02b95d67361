import { state } from '../diagnostic/statement.ts';
import type { Json, JsonObject } from '../json.ts';
import type { KindRegistry } from '../model/registry.ts';
import type { Resource } from '../resource.ts';
import { checkDocument } from './check-document.ts';
import { checkTogether } from './check-together.ts';
import { checkUnmanaged } from './check-unmanaged.ts';
import { didYouMean } from './did-you-mean.ts';
import type { Finding, ResourceFinding } from './finding.ts';
import { preparedKinds } from './prepared-kind.ts';
import type { Subject } from './subject.ts';

/**
 * Checks resources that did not come from files, by the same rules: schema, references, circles,
 * duplicates and the kinds' own checks. Pointers lead into the body; `/key` and `/kind` mean the
 * resource's own. Findings come in the order of the resources. Empty when all is well.
 */
export function validateResources(resources: readonly Resource[], registry: KindRegistry): readonly ResourceFinding[] {
  const kinds = preparedKinds(registry);
  const findings: Finding[][] = [];
  const subjects = resources.map((resource): Subject => {
    const document = documentOf(resource);
    const prepared = kinds.get(resource.kind);
    const moved = resource.movedFrom === undefined ? {} : { movedFrom: resource.movedFrom };
    const id = { kind: resource.kind, key: resource.key, ...moved };
    if (prepared === undefined) {
      const hint = didYouMean(resource.kind, kinds.names);
      findings.push([{ ...state('document/unknown-kind', { kind: resource.kind }, { hint }), pointer: '/kind' }]);
      return { ...id, variants: [{ environments: [''], document, references: [] }] };
    }
    const checked = checkDocument(prepared, document);
    findings.push([...checked.findings, ...checkUnmanaged(prepared, document, null)]);
    return { ...id, variants: [{ environments: [''], document: checked.document, references: checked.references }] };
  });
  for (const finding of checkTogether(subjects, kinds)) findings[finding.subject]?.push(finding);
  return resources.flatMap((resource, index) =>
    (findings[index] ?? []).map((finding) => forResource(finding, resource, resources)),
  );
}

function documentOf({ kind, key, body, movedFrom }: Resource): JsonObject {
  const moved: { [key: string]: Json } = movedFrom === undefined ? {} : { movedFrom };
  return { kind, key, ...body, ...moved };
}

function forResource(finding: Finding, { kind, key }: Resource, resources: readonly Resource[]): ResourceFinding {
  const { code, severity, message, pointer } = finding;
  return {
    code,
    severity,
    message,
    pointer,
    resource: { kind, key },
    ...(finding.hint === undefined ? {} : { hint: finding.hint }),
    ...(finding.atKey === true ? { atKey: true } : {}),
    ...(finding.sensitive === true ? { sensitive: true } : {}),
    ...(finding.related === undefined
      ? {}
      : {
          related: finding.related.flatMap((place) => {
            const other = resources[place.subject];
            return other === undefined
              ? []
              : [{ resource: { kind: other.kind, key: other.key }, message: place.message, pointer: place.pointer }];
          }),
        }),
  };
}
