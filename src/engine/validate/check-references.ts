import { state } from '../diagnostic/statement.ts';
import { isJsonObject, type Json } from '../json.ts';
import { childPointer, valueAt } from '../pointer.ts';
import { resourceName } from '../resource.ts';
import { didYouMean, editDistance, nearest } from './did-you-mean.ts';
import { follows } from './mistaken-places.ts';
import type { ReferenceUse } from './reference-use.ts';
import type { ResourceIndex } from './resource-index.ts';
import type { Subject, SubjectFinding } from './subject.ts';

/** Looking for what was meant among thousands of keys is slow; nobody reads more hints than this. */
const maximumHints = 200;
/** Names among which a misspelt one is looked for. */
const maximumNames = 1_000;
/** One resource with more is not configuration, and each finding costs memory. */
const maximumPerResource = 1_000;

/**
 * Every reference must name a resource that exists. `doubtAbout` speaks for resources that could not be
 * read: what they define is unknown, and complaining about it would be noise. A key that is a slip away
 * from one that exists is wrong all the same.
 */
export function checkReferences(
  subjects: readonly Subject[],
  index: ResourceIndex,
  doubtAbout: (key: string) => 'none' | 'named' | 'unseen',
): readonly SubjectFinding[] {
  const findings: SubjectFinding[] = [];
  let hints = 0;
  for (const [subject, { variants }] of subjects.entries()) {
    let own = 0;
    for (const [variant, { references, environments }] of variants.entries()) {
      for (const use of references) {
        const target = index.find(use.kind, use.key);
        if (target !== undefined) {
          const lost = lostMember(use, subjects[target], environments);
          if (lost !== null) findings.push(memberFinding(lost, use, { subject, variant }, target, subjects));
          continue;
        }
        if (isSaidElsewhere(use, references)) continue;
        const doubt = doubtAbout(use.key);
        if (doubt === 'named' || (doubt === 'unseen' && !isSlip(use, index))) continue;
        if (own++ >= maximumPerResource) {
          more(findings);
          continue;
        }
        const place = { subject, variant, pointer: use.pointer, atKey: use.atKey };
        const hint = hints++ < maximumHints ? hintFor(use, index, subjects) : undefined;
        findings.push({ ...state('reference/unknown', { kind: use.kind, key: use.key }, { hint }), ...place });
      }
    }
  }
  return findings;
}

/** The place that names the resource alone reports that there is none: what is meant inside of it adds nothing. */
function isSaidElsewhere({ key, kind, member }: ReferenceUse, references: readonly ReferenceUse[]): boolean {
  if (member === undefined) return false;
  return references.some((other) => other.member === undefined && other.kind === kind && other.key === key);
}

function more(findings: SubjectFinding[]): void {
  const last = findings.pop();
  if (last !== undefined) findings.push({ ...last, more: (last.more ?? 0) + 1 });
}

/** Another key was meant, whatever stands in files that nobody can read: `proo` for `pro`, but not `q2` for `q1`. */
function isSlip({ kind, key }: ReferenceUse, index: ResourceIndex): boolean {
  const meant = nearest(key, index.keysOf(kind));
  if (meant === undefined || editDistance(key.toLowerCase(), meant.toLowerCase(), 3) > 2) return false;
  return key.replaceAll(/[0-9]+/g, '') !== meant.replaceAll(/[0-9]+/g, '');
}

function hintFor({ kind, key }: ReferenceUse, index: ResourceIndex, subjects: readonly Subject[]): string | undefined {
  const renamed = subjects.find((subject) => subject.kind === kind && subject.movedFrom === key);
  if (renamed !== undefined) return `It is renamed to \`${renamed.key}\`.`;
  const others = index.kindsWith(key);
  if (others.length > 0) return `\`${key}\` is ${others.map(withArticle).join(' and ')}, not ${withArticle(kind)}.`;
  const keys = index.keysOf(kind);
  if (keys.length === 0) return `No ${kind} is defined.`;
  return didYouMean(key, keys);
}

interface LostMember {
  /** Of the target, in which the name is not. */
  readonly variant: number;
  readonly names: readonly string[];
  /** Another variant of the target has it: what takes it away there is to blame. */
  readonly isRemoved: boolean;
}

function lostMember(
  { member }: ReferenceUse,
  target: Subject | undefined,
  environments: readonly string[],
): LostMember | null {
  if (member === undefined || target === undefined) return null;
  const path = member.path.split('.');
  const pointer = path.reduce(childPointer, '');
  const lacks = ({ document, mistaken }: Subject['variants'][number]): readonly string[] | null => {
    // What stands there is not what was meant, and that is said where it stands.
    if (mistaken !== undefined && follows({ pointer, because: [pointer] }, mistaken)) return null;
    const holder = valueAt(document, path);
    if (holder === undefined && member.open === true) return null;
    const names = namesIn(holder);
    return names === null || names.includes(member.name) ? null : names;
  };
  for (const [variant, candidate] of target.variants.entries()) {
    if (!candidate.environments.some((name) => environments.includes(name))) continue;
    const names = lacks(candidate);
    if (names !== null) return { variant, names, isRemoved: target.variants.some((other) => lacks(other) === null) };
  }
  return null;
}

function memberFinding(
  { variant, names, isRemoved }: LostMember,
  { pointer, atKey, member = { path: '', name: '' } }: ReferenceUse,
  from: { readonly subject: number; readonly variant: number },
  target: number,
  subjects: readonly Subject[],
): SubjectFinding {
  const [referring, referred] = [subjects[from.subject], subjects[target]];
  const parameters = { resource: nameOf(referred), path: member.path, name: member.name };
  if (!isRemoved) {
    const listed = names.length > 0 && names.length <= 12 ? `It has ${names.join(', ')}.` : undefined;
    const hint = didYouMean(member.name, names.length > maximumNames ? [] : names) ?? listed;
    return { ...state('reference/unknown-member', parameters, { hint }), ...from, pointer, atKey };
  }
  const statement = state('reference/unknown-member', parameters);
  const where = (referred?.variants[variant]?.environments ?? []).map((name) => `\`${name}\``).join(', ');
  return {
    ...statement,
    message: `${statement.message.replace(/\.$/, ',')} in environment ${where}.`,
    subject: target,
    variant,
    pointer: [...member.path.split('.'), member.name].reduce(childPointer, ''),
    related: [{ ...from, message: `${nameOf(referring)} refers to it here`, pointer, atKey }],
  };
}

/** A document without a usable key refers to others all the same. */
function nameOf(subject: Subject | undefined): string {
  if (subject === undefined) return '';
  return subject.key === '' ? `this ${subject.kind}` : resourceName(subject);
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
