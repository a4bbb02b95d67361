import { state } from '../diagnostic/statement.ts';
import type { Json, JsonObject } from '../json.ts';
import type { KindRegistry } from '../model/registry.ts';
import type { Resource } from '../resource.ts';
import { checkDocument, type DocumentCheck } from './check-document.ts';
import { checkTogether } from './check-together.ts';
import { checkUnmanaged } from './check-unmanaged.ts';
import { didYouMean } from './did-you-mean.ts';
import type { Finding, ResourceFinding } from './finding.ts';
import { type PreparedKind, preparedKinds } from './prepared-kind.ts';
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
    const prepared = kinds.get(resource.kind);
    const moved = resource.movedFrom === undefined ? {} : { movedFrom: resource.movedFrom };
    const id = { kind: resource.kind, key: resource.key, ...moved };
    if (prepared === undefined) {
      const hint = didYouMean(resource.kind, kinds.names);
      findings.push([{ ...state('document/unknown-kind', { kind: resource.kind }, { hint }), pointer: '/kind' }]);
      return { ...id, variants: [{ environments: [''], document: documentOf(resource), references: [] }] };
    }
    const { findings: found, ...variant } = checkedOnce(prepared, resource);
    findings.push([...found]);
    return { ...id, variants: [{ environments: [''], ...variant }] };
  });
  for (const finding of checkTogether(subjects, kinds)) findings[finding.subject]?.push(finding);
  return resources.flatMap((resource, index) =>
    (findings[index] ?? []).map((finding) => forResource(finding, resource, resources)),
  );
}

/** For as long as its body is held by whoever asks. Nobody may change a body. */
const known = new WeakMap<PreparedKind, Checked>();

type Checked = WeakMap<JsonObject, { readonly key: string; readonly check: DocumentCheck }>;

/** A server that keeps bodies asks about the same ones at each change: what they say by themselves is found out once. */
function checkedOnce(prepared: PreparedKind, resource: Resource): DocumentCheck {
  if (resource.movedFrom !== undefined) return checkAlone(prepared, resource);
  const ofKind: Checked = known.get(prepared) ?? new WeakMap();
  known.set(prepared, ofKind);
  const before = ofKind.get(resource.body);
  if (before?.key === resource.key) return before.check;
  const check = checkAlone(prepared, resource);
  ofKind.set(resource.body, { key: resource.key, check });
  return check;
}

function checkAlone(prepared: PreparedKind, resource: Resource): DocumentCheck {
  const document = documentOf(resource);
  const checked = checkDocument(prepared, document);
  return { ...checked, findings: [...checked.findings, ...checkUnmanaged(prepared, document, null)] };
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
