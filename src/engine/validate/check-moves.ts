import { state } from '../diagnostic/statement.ts';
import { resourceName } from '../resource.ts';
import type { ResourceIndex } from './resource-index.ts';
import type { Subject, SubjectFinding } from './subject.ts';

/** A rename must lead from a key that is gone to the one that takes its place. */
export function checkMoves(subjects: readonly Subject[], index: ResourceIndex): readonly SubjectFinding[] {
  const findings: SubjectFinding[] = [];
  const claims = new Map<string, number>();
  for (const [subject, { kind, key, movedFrom }] of subjects.entries()) {
    if (movedFrom === undefined) continue;
    const place = { subject, variant: 0, pointer: '/movedFrom' };
    if (movedFrom === key) {
      findings.push({ ...state('moved/same-key', { key }), ...place });
      continue;
    }
    const resource = resourceName({ kind, key: movedFrom });
    const former = index.find(kind, movedFrom);
    if (former !== undefined) {
      const related = [{ subject: former, message: `${resource} is defined here`, pointer: '/key' }];
      const hint = 'Remove `movedFrom`, or the document with the former key.';
      findings.push({ ...state('moved/still-defined', { resource }, { hint }), ...place, related });
    }
    const claimant = claims.get(resource);
    if (claimant !== undefined) {
      const related = [{ subject: claimant, message: 'first said here', pointer: '/movedFrom' }];
      findings.push({ ...state('moved/claimed-twice', { resource }), ...place, related });
    } else {
      claims.set(resource, subject);
    }
  }
  return findings;
}
