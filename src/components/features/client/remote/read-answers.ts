import type { EvaluationDetail } from '../../evaluation/contract.ts';
import type { Json } from '../../evaluation/json.ts';

/** What the server said of one flag, for the context it was asked about. */
export interface RemoteAnswer extends Omit<EvaluationDetail, 'value'> {
  /** Absent: the default given in code. */
  readonly value?: Json;
}

/** All that it said. */
export interface RemoteAnswers {
  /** Of what is in force. */
  readonly version: string;
  readonly flags: ReadonlyMap<string, RemoteAnswer>;
}

/** Undefined for what is no answer. Never throws. */
export function readAnswers(text: string): RemoteAnswers | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (!isFields(value) || typeof value['version'] !== 'string' || !isFields(value['flags'])) return undefined;
    const flags = Object.entries(value['flags']).filter((entry): entry is [string, RemoteAnswer] => isAnswer(entry[1]));
    return { version: value['version'], flags: new Map(flags) };
  } catch {
    return undefined;
  }
}

function isAnswer(value: unknown): boolean {
  if (!isFields(value) || typeof value['reason'] !== 'string') return false;
  return value['variant'] === null || typeof value['variant'] === 'string';
}

function isFields(value: unknown): value is { readonly [name: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
