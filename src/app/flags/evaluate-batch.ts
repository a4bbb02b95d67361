import type { FlagAnswer, FlagSet } from '../../components/flags-contract.ts';
import type { Configuration } from '../../engine/configuration.ts';
import { isJsonObject, type Json } from '../../engine/json.ts';
import { didYouMean } from '../../engine/validate/did-you-mean.ts';
import type { Host } from '../../host/contract.ts';
import { momentOf, placeText } from './evaluate-flag.ts';
import { localFlags } from './local-flags.ts';

/** One line's answer; null where the line does not even name a flag. */
export type BatchAnswer = Omit<FlagAnswer, 'key'> & { readonly key: string | null };

/**
 * Evaluates each line `{"flag": …, "context": …, "default": …}` of a file. There is an answer for every line, in
 * order; what is wrong with a line is its answer.
 */
export async function evaluateBatch(
  configuration: Configuration,
  options: { readonly environment: string; readonly file: string; readonly at?: string | undefined },
  host: Host,
): Promise<readonly BatchAnswer[]> {
  const text = new TextDecoder().decode(await host.files.readBytes(options.file));
  const flags = localFlags(configuration, options.environment, momentOf(options.at, host));
  const lines = text.replace(/\r?\n$/u, '').split(/\r?\n/u);
  return text === '' ? [] : lines.map((line) => answerLine(line, flags));
}

function answerLine(line: string, flags: FlagSet): BatchAnswer {
  const request = parse(line);
  if (request === undefined) return mistake(null, null, 'PARSE_ERROR', 'The line is not JSON.');
  if (!isJsonObject(request) || typeof request['flag'] !== 'string')
    return mistake(null, null, 'PARSE_ERROR', 'The line is no object with the key of a flag under `flag`.');
  const { context: given = {}, default: fallback = null, flag: key } = request;
  const { context, problem } = flags.readContext(given);
  if (problem !== undefined)
    return mistake(key, fallback, 'INVALID_CONTEXT', `The context${placeText(problem.pointer)}: ${problem.message}`);
  const answer = flags.evaluate(key, context, fallback);
  const hint = answer.errorCode === 'FLAG_NOT_FOUND' ? didYouMean(key, flags.keys) : undefined;
  return hint === undefined ? answer : { ...answer, errorMessage: `${answer.errorMessage ?? ''}. ${hint}` };
}

function parse(line: string): Json | undefined {
  try {
    const value: Json = JSON.parse(line);
    return value;
  } catch {
    return undefined;
  }
}

function mistake(key: string | null, value: Json, errorCode: string, errorMessage: string): BatchAnswer {
  return { key, value, variant: null, reason: 'ERROR', errorCode, errorMessage };
}
