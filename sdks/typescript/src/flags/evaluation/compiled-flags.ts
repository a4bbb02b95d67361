import { failed } from './answers.ts';
import { Attributes } from './attribute.ts';
import type { Clock } from './clock.ts';
import { compileFlag } from './compile-flag.ts';
import type { StickyAssignments } from './contract.ts';
import type { Answer, Found } from './found.ts';
import { flagsWithoutEnd } from './prerequisite-chains.ts';
import { attempt, isObject, Malformed, objectIn, optional, own, refuse } from './read.ts';
import { scopeIn, type Surroundings } from './scope.ts';
import { compiledSegments } from './segments.ts';

export interface CompiledFlag {
  readonly key: string;
  readonly answer: Answer;
  readonly isClientSide: boolean;
  /** What it answers to a context that is none, or that fails while it is read. */
  readonly invalid: Found;
}

export interface CompileOptions {
  readonly clock: Clock;
  readonly sticky: StickyAssignments | undefined;
}

/** What the flags of a ruleset are compiled with. Throws where the ruleset is none. */
export function surroundingsOf(ruleset: object, { clock, sticky }: CompileOptions): Surroundings {
  return {
    clock,
    attributes: new Attributes(clock),
    sticky,
    segments: compiledSegments(optional(ruleset, 'segments', objectIn) ?? {}),
    entitlements: optional(ruleset, 'entitlements', objectIn) ?? {},
    tenants: optional(ruleset, 'tenants', objectIn),
    planless: own(ruleset, 'plans') === 'in-context',
  };
}

/** The flags of a ruleset by key, in its order. Throws where the ruleset is none; a flag that is none answers so. */
export function compileFlags(ruleset: object, options: CompileOptions): ReadonlyMap<string, CompiledFlag> {
  if (own(ruleset, 'format') !== 1) refuse('another format');
  const sources = new Map<string, unknown>(Object.entries(objectIn(ruleset, 'flags')));
  const surroundings = surroundingsOf(ruleset, options);
  const endless = flagsWithoutEnd(sources);
  const answers = new Map<string, Answer>();
  const flags = new Map<string, CompiledFlag>();
  for (const [key, source] of sources) {
    const answer = answerOf(key, source);
    answers.set(key, answer);
    const invalid = failed(key, 'INVALID_CONTEXT', 'the context is none, or failed');
    flags.set(key, { key, answer, isClientSide: isClientSide(source), invalid });
  }
  return flags;

  function answerOf(key: string, source: unknown): Answer {
    try {
      if (!isObject(source)) return broken(key, 'it is no object');
      const problem = endless.get(key);
      if (problem !== undefined) return broken(key, problem);
      // Looked up when it is asked for: it may stand further down.
      const flagOf = (other: string): Answer | undefined =>
        sources.has(other) ? (context) => (answers.get(other) ?? broken(other))(context) : undefined;
      return compileFlag(key, source, scopeIn(surroundings), flagOf);
    } catch (error) {
      return broken(key, error instanceof Malformed ? error.message : undefined);
    }
  }
}

function broken(key: string, why = 'it failed'): Answer {
  const found = failed(key, 'PARSE_ERROR', `the flag \`${key}\` cannot be read: ${why}`);
  return () => found;
}

/** Only a flag that says so itself is told to browsers. */
function isClientSide(source: unknown): boolean {
  return attempt(() => isObject(source) && own(source, 'clientSide') === true, false);
}
