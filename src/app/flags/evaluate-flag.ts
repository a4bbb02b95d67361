import type { FlagAnswer, FlagContext, FlagExplanation, FlagSet } from '../../components/flags-contract.ts';
import type { Configuration } from '../../engine/configuration.ts';
import type { Json, JsonObject } from '../../engine/json.ts';
import { didYouMean } from '../../engine/validate/did-you-mean.ts';
import type { Host } from '../../host/contract.ts';
import { readJsonOption } from '../access/json-option.ts';
import { usageError } from '../command-errors.ts';
import { readInstant } from '../read-instant.ts';
import { localFlags } from './local-flags.ts';
import { unmanagedFields } from './unmanaged-fields.ts';

export interface EvaluateOptions {
  readonly environment: string;
  readonly key: string;
  /** JSON, or `@` and the name of a file with it. Absent, nothing is known of anybody. */
  readonly context?: string | undefined;
  /** JSON. */
  readonly default?: string | undefined;
  /** An instant; now, unless it is given. */
  readonly at?: string | undefined;
  readonly explain: boolean;
}

export interface EvaluatedFlag {
  readonly answer: FlagAnswer;
  /** Null where it was not asked for, and for a flag that is not there. */
  readonly explanation: FlagExplanation | null;
  /** Each names the flag, or the kind of context, that was probably meant. */
  readonly hints: readonly string[];
  /** Fields of the flag that belong to the API: what is live may answer otherwise. */
  readonly unmanaged: readonly string[];
}

/**
 * What somebody gets of a flag, as the files have it. Asks no server.
 *
 * @throws ValidationError `cli/usage` for what cannot be read
 */
export async function evaluateFlag(
  configuration: Configuration,
  options: EvaluateOptions,
  host: Host,
): Promise<EvaluatedFlag> {
  const { environment, explain, key } = options;
  const fallback = options.default === undefined ? null : await readJsonOption(options.default, '--default', host);
  const flags = localFlags(configuration, environment, momentOf(options.at, host));
  const context = await readContextOption(options.context, flags, host);
  const answer = flags.evaluate(key, context, fallback);
  return {
    answer,
    explanation: explain ? flags.explain(key, context) : null,
    unmanaged: unmanagedFields(bodyOf(configuration, environment, key), environment),
    hints: [
      ...(answer.errorCode === 'FLAG_NOT_FOUND' ? [didYouMean(key, flags.keys)] : []),
      ...Object.keys(context).map((kind) => meantKind(kind, flags)),
    ].filter((hint) => hint !== undefined),
  };
}

/** Of a kind that nothing asks for: who means it may have misspelt it, and is answered as if nothing had been said. */
function meantKind(kind: string, { kinds }: FlagSet): string | undefined {
  const meant = kinds.has(kind) ? undefined : didYouMean(kind, kinds);
  return meant === undefined ? undefined : `No flag asks for \`${kind}\`. ${meant}`;
}

function bodyOf(configuration: Configuration, environment: string, key: string): JsonObject {
  const { resources } = configuration.desiredState(environment);
  return resources.find((resource) => resource.kind === 'Flag' && resource.key === key)?.body ?? {};
}

/** @throws ValidationError `cli/usage` for what is no instant */
export function momentOf(at: string | undefined, host: Host): Date {
  return at === undefined ? host.clock.now() : readInstant(at);
}

async function readContextOption(option: string | undefined, flags: FlagSet, host: Host): Promise<FlagContext> {
  const given: Json = option === undefined ? {} : await readJsonOption(option, '--context', host);
  const { context, problem } = flags.readContext(given);
  if (problem !== undefined) throw usageError(`--context${placeText(problem.pointer)}: ${problem.message}`, example);
  return context;
}

export function placeText(pointer: string): string {
  return pointer === '' ? '' : ` at ${pointer}`;
}

const example =
  'Write \'{"user": {"key": "ada"}, "tenant": {"key": "acme", "plan": "pro"}}\', or @ and a file that holds it.';
