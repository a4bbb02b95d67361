import { state } from '../diagnostic/statement.ts';
import { isJsonObject, type Json } from '../json.ts';
import { valueAt } from '../pointer.ts';
import { resourceName } from '../resource.ts';
import { didYouMean } from './did-you-mean.ts';
import type { ReferenceUse } from './reference-use.ts';
import type { ResourceIndex } from './resource-index.ts';
import type { Subject, SubjectFinding } from './subject.ts';

/** Looking for what was meant among thousands of keys is slow; nobody reads more hints than this. */
const maximumHints = 200;
/** Beyond this the input is not configuration, and each finding costs memory. */
const maximumFindings = 100_000;

/**
 * Every reference must name a resource that exists. `mayExist` speaks for resources that could not be
 * read: what they define is unknown, and complaining about it would be noise.
 */
export function checkReferences(
  subjects: readonly Subject[],
  index: ResourceIndex,
  mayExist: (kind: string, key: string) => boolean,
): readonly SubjectFinding[] {
  const findings: SubjectFinding[] = [];
  let hints = 0;
  for (const [subject, { variants }] of subjects.entries()) {
    for (const [variant, { references, environments }] of variants.entries()) {
      for (const use of references) {
        if (findings.length === maximumFindings) return findings;
        const place = { subject, variant, pointer: use.pointer, atKey: use.atKey };
        const target = index.find(use.kind, use.key);
        if (target !== undefined) {
          const finding = checkMember(use, subjects[target], environments);
          if (finding !== null) findings.push({ ...finding, ...place });
        } else if (!mayExist(use.kind, use.key)) {
          const hint = hints++ < maximumHints ? hintFor(use, index) : undefined;
          findings.push({ ...state('reference/unknown', { kind: use.kind, key: use.key }, { hint }), ...place });
        }
      }
    }
  }
  return findings;
}

function hintFor({ kind, key }: ReferenceUse, index: ResourceIndex): string | undefined {
  const others = index.kindsWith(key);
  if (others.length > 0) return `\`${key}\` is ${others.map(withArticle).join(' and ')}, not ${withArticle(kind)}.`;
  const keys = index.keysOf(kind);
  if (keys.length === 0) return `No ${kind} is defined.`;
  return didYouMean(key, keys);
}

function checkMember({ member }: ReferenceUse, target: Subject | undefined, environments: readonly string[]) {
  if (member === undefined || target === undefined) return null;
  for (const variant of target.variants) {
    if (!variant.environments.some((name) => environments.includes(name))) continue;
    const holder = valueAt(variant.document, member.path.split('.'));
    if (holder === undefined && member.open === true) continue;
    const names = namesIn(holder);
    if (names === null || names.includes(member.name)) continue;
    const parameters = { resource: resourceName(target), path: member.path, name: member.name };
    const hint =
      didYouMean(member.name, names) ??
      (names.length > 0 && names.length <= 12 ? `It has ${names.join(', ')}.` : undefined);
    return state('reference/unknown-member', parameters, { hint });
  }
  return null;
}

/** Null when what stands there cannot name anything: that mistake is reported where it stands. */
function namesIn(value: Json | undefined): readonly string[] | null {
  if (value === undefined) return [];
  if (isJsonObject(value)) return Object.keys(value);
  if (!Array.isArray(value)) return null;
  return value.flatMap((item: Json) => {
    const name = isJsonObject(item) ? (item['key'] ?? item['name']) : item;
    return typeof name === 'string' ? [name] : [];
  });
}

function withArticle(kind: string): string {
  return `${/^[AEIOU]/.test(kind) ? 'an' : 'a'} ${kind}`;
}
