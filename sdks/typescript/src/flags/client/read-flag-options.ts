import type { VersionedRuleset } from '../evaluation/ruleset-patch.ts';
import type { FlagClientOptions } from './contract.ts';
import type { Given } from './given.ts';
import type { Unsubscribe } from './listeners.ts';
import { readVersioned } from './updates/read-versioned.ts';

/** Undefined where there is none that can be evaluated. Never throws. */
export function readBootstrap(given: Given<FlagClientOptions>): VersionedRuleset | undefined {
  const bootstrap = given.field('bootstrap');
  if (bootstrap === undefined) return undefined;
  const ruleset = readVersioned(bootstrap);
  if (ruleset === undefined) given.tell('the bootstrap is no ruleset');
  return ruleset;
}

/** Has rulesets brought by the source, if there is one. Never throws, nor does what it gives back. */
export function attach(given: Given<FlagClientOptions>, replace: (next: VersionedRuleset) => void): Unsubscribe {
  const source = given.field('source');
  if (source === undefined) return () => undefined;
  try {
    const detach = source(replace);
    return () => {
      try {
        detach();
      } catch {
        given.refuse('source', 'could not be left');
      }
    };
  } catch {
    given.refuse('source', 'brings no rulesets');
    return () => undefined;
  }
}
