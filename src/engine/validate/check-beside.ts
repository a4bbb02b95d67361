import type { JsonObject } from '../json.ts';
import type { Beside, BodyFinding } from '../model/registry.ts';
import type { EnvironmentMode } from '../resource.ts';
import { bodyOf } from './check-document.ts';
import { follows } from './mistaken-places.ts';
import type { PreparedKinds } from './prepared-kind.ts';
import type { ResourceIndex } from './resource-index.ts';
import type { Subject, SubjectFinding } from './subject.ts';

const nothing: ReadonlySet<string> = new Set();

/** What the kinds themselves find wrong when they look at other resources of the same environment. */
export function checkBeside(
  subjects: readonly Subject[],
  index: ResourceIndex,
  kinds: PreparedKinds,
  modeOf: (environment: string) => EnvironmentMode,
): readonly SubjectFinding[] {
  const findings = new Map<string, SubjectFinding>();
  const all = allByKind(subjects);
  for (const [number, { key, kind, variants }] of subjects.entries()) {
    const check = kinds.get(kind)?.definition.policy.checkAgainst;
    if (check === undefined) continue;
    for (const [variant, { document, environments, mistaken = nothing }] of variants.entries()) {
      const body = bodyOf(document);
      for (const environment of environments) {
        let mayDiffer = false;
        const find = (otherKind: string, otherKey: string): JsonObject | undefined => {
          const other = index.find(otherKind, otherKey);
          mayDiffer ||= other !== undefined && subjects[other]?.variants.length !== 1;
          const place = placeOf(other, environment, subjects);
          // What a document with mistakes lacks may be what is wrong in it.
          return place === undefined || place.isMistaken ? undefined : bodyOf(place.document);
        };
        const beside: Beside = {
          key,
          all(otherKind) {
            mayDiffer = true;
            return all(otherKind, environment);
          },
          kinds: kinds.names,
          get mode() {
            mayDiffer = true;
            return modeOf(environment);
          },
        };
        const found = check(body, find, beside);
        // All it looked at is the same in every environment, and so is what it found.
        const foundIn = mayDiffer ? [environment] : environments;
        for (const finding of found) {
          if (follows(finding, mistaken)) continue;
          const placed = place(finding, { subject: number, variant }, environment, subjects, index);
          // The same mistake in several environments is one mistake.
          const identity = JSON.stringify([
            placed.subject,
            placed.variant,
            placed.code,
            placed.pointer,
            placed.message,
          ]);
          const known = findings.get(identity)?.environments ?? [];
          findings.set(identity, { ...placed, environments: [...new Set([...known, ...foundIn])] });
        }
        if (!mayDiffer) break;
      }
    }
  }
  return [...findings.values()];
}

interface SubjectPlace {
  readonly subject: number;
  readonly variant: number;
}

function place(
  { of, ...finding }: BodyFinding,
  own: SubjectPlace,
  environment: string,
  subjects: readonly Subject[],
  index: ResourceIndex,
): SubjectFinding {
  const other = of === undefined ? undefined : placeOf(index.find(of.kind, of.key), environment, subjects);
  const { subject, variant } = other ?? own;
  return { severity: 'error', ...finding, subject, variant };
}

/** Gathered when first asked for, and then the same list for every resource that asks. */
function allByKind(subjects: readonly Subject[]): (kind: string, environment: string) => ReturnType<Beside['all']> {
  const known = new Map<string, ReturnType<Beside['all']>>();
  return (kind, environment) => {
    const name = `${kind} ${environment}`;
    const found = known.get(name) ?? allOf(kind, environment, subjects);
    known.set(name, found);
    return found;
  };
}

function allOf(kind: string, environment: string, subjects: readonly Subject[]): ReturnType<Beside['all']> {
  return subjects.flatMap((subject) => {
    if (subject.kind !== kind) return [];
    const variant = subject.variants.find(({ environments }) => environments.includes(environment));
    return variant === undefined ? [] : [{ key: subject.key, body: bodyOf(variant.document) }];
  });
}

/** A resource as it is in an environment. */
function placeOf(subject: number | undefined, environment: string, subjects: readonly Subject[]) {
  if (subject === undefined) return undefined;
  const variants = subjects[subject]?.variants ?? [];
  const variant = variants.findIndex(({ environments }) => environments.includes(environment));
  const found = variants[variant];
  if (found === undefined) return undefined;
  return { subject, variant, document: found.document, isMistaken: found.mistaken !== undefined };
}
