import type { EvaluationDetail } from '../../evaluation/contract.ts';
import type { Json } from '../../evaluation/json.ts';

/** What the server said of one flag, for the context it was asked about. */
export interface RemoteAnswer extends Omit<EvaluationDetail, 'value'> {
  /** Absent: the default given in code. */
  readonly value?: Json;
  /** Where it counts for an experiment: the attribute that was dealt, and its value. */
  readonly exposure?: { readonly by: string; readonly unit: string };
}

/** What a server answered, as it can be kept and given to a client as its bootstrap. */
export interface FlagAnswers {
  readonly version: string;
  /** By key. */
  readonly flags: { readonly [key: string]: RemoteAnswer };
}

/** All that it said. */
export interface RemoteAnswers {
  /** Of what is in force. */
  readonly version: string;
  readonly flags: ReadonlyMap<string, RemoteAnswer>;
}

/** From JSON, as text or read already. Undefined for what is no answer. Never throws. */
export function readAnswers(input: unknown): RemoteAnswers | undefined {
  try {
    const value: unknown = typeof input === 'string' ? JSON.parse(input) : input;
    if (!isFields(value) || typeof value['version'] !== 'string' || !isFields(value['flags'])) return undefined;
    const flags = Object.entries(value['flags']).filter((entry): entry is [string, RemoteAnswer] => isAnswer(entry[1]));
    return { version: value['version'], flags: new Map(flags) };
  } catch {
    return undefined;
  }
}

function isAnswer(value: unknown): boolean {
  if (!isFields(value) || typeof value['reason'] !== 'string') return false;
  const { exposure } = value;
  if (exposure !== undefined && !(isFields(exposure) && [exposure['by'], exposure['unit']].every(isText))) return false;
  return value['variant'] === null || isText(value['variant']);
}

function isFields(value: unknown): value is { readonly [name: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}
