import type { Somebody } from '../../../engine/changeset/impact.ts';
import { grouped } from './permission-wording.ts';

/** `2 members and 1 service account`, and how many they are together. */
export function whoText(groups: readonly { readonly who: readonly Somebody[] }[]): {
  readonly text: string;
  readonly amount: number;
} {
  let [members, accounts] = [0, 0];
  for (const { who } of groups) {
    for (const { subject } of who) {
      if (subject?.type === 'service-account') accounts += 1;
      else members += 1;
    }
  }
  const parts = [counted(members, 'member'), counted(accounts, 'service account')].filter((part) => part !== null);
  return { text: parts.join(' and '), amount: members + accounts };
}

function counted(amount: number, noun: string): string | null {
  return amount === 0 ? null : `${grouped(amount)} ${noun}${amount === 1 ? '' : 's'}`;
}
