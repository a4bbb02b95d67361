import type { Constant } from '../configuration-types.ts';
import { nameFor } from './type-names.ts';
import { type NameRule, namesOf } from './names-of.ts';

/** The constants of one group with their names, in their order. */
export function constantsOf<C extends Constant>(
  constants: readonly C[],
  rule: NameRule,
): readonly { readonly constant: C; readonly name: string }[] {
  const names = namesOf(
    constants.map(({ value, wish }) => ({ id: value, wish })),
    rule,
  );
  return constants.map((constant) => ({ constant, name: nameFor(constant.value, names) }));
}
