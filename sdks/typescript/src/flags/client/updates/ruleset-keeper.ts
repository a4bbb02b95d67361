import type { VersionedRuleset } from '../../evaluation/ruleset-patch.ts';

/** Where updates go: the client, as those see it who bring them. */
export interface RulesetKeeper {
  readonly held: VersionedRuleset | undefined;
  /** Takes the place of what was held, at once and as a whole. */
  replace(next: VersionedRuleset): void;
  /** What is held is what the server has. */
  confirm(): void;
  /** Nothing is heard of the server for the time being. */
  interrupt(problem: string): void;
  /** The server will not have this client. */
  turnOff(problem: string): void;
}
