import { state } from '../diagnostic/statement.ts';
import { type EnvironmentMode, resourceName } from '../resource.ts';
import { checkBeside } from './check-beside.ts';
import { checkMoves } from './check-moves.ts';
import { checkReferences } from './check-references.ts';
import { findCycles } from './find-cycles.ts';
import type { PreparedKinds } from './prepared-kind.ts';
import { ResourceIndex } from './resource-index.ts';
import type { Subject, SubjectFinding } from './subject.ts';

/**
 * What can only be seen with all resources side by side: duplicates, references, circles, renames, and what kinds check
 * themselves. From `keyless` on stand those without a usable key: only what they refer to is checked.
 */
export function checkTogether(
  all: readonly Subject[],
  kinds: PreparedKinds,
  {
    doubtAbout = () => 'none',
    keyless = all.length,
    modeOf = () => 'test',
  }: {
    readonly doubtAbout?: (key: string) => 'none' | 'named' | 'unseen';
    readonly keyless?: number;
    readonly modeOf?: (environment: string) => EnvironmentMode;
  } = {},
): readonly SubjectFinding[] {
  const subjects = keyless === all.length ? all : all.slice(0, keyless);
  const index = new ResourceIndex(subjects);
  return [
    ...duplicates(subjects, index),
    ...checkReferences(all, index, doubtAbout),
    ...findCycles(subjects, index),
    ...checkMoves(subjects, index),
    ...checkBeside(subjects, index, kinds, modeOf),
  ];
}

function duplicates(subjects: readonly Subject[], index: ResourceIndex): readonly SubjectFinding[] {
  return index.duplicates.flatMap(({ first, second }) => {
    const id = subjects[second];
    if (id === undefined) return [];
    const resource = resourceName(id);
    const related = [{ subject: first, message: `${resource} is first defined here`, pointer: '/key' }];
    return [{ ...state('document/duplicate', { resource }), subject: second, variant: 0, pointer: '/key', related }];
  });
}
