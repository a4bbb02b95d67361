import { type ClientOptions, Dream } from '../../../sdks/typescript/src/index.ts';
import { describeError } from './describe-error.ts';
import type { DriverCase, DriverSettings, DriverStep } from './driver-case.ts';
import { RecordedHooks } from './recorded-hooks.ts';
import { takeStep } from './take-step.ts';

export async function runCase({ id, client, clients = {}, hooks, steps }: DriverCase): Promise<object> {
  const recorded = new RecordedHooks(hooks === 'throw');
  const isHooked = hooks !== undefined || steps.some((step) => 'call' in step && step.abort?.afterRetry !== undefined);
  const make = (settings: DriverSettings): Dream =>
    new Dream({ ...optionsOf(settings), ...(isHooked ? recorded.hooks : {}) });
  let main: Dream;
  let others: ReadonlyMap<string, Dream>;
  try {
    main = make(client);
    others = new Map(Object.entries(clients).map(([name, settings]) => [name, make(settings)]));
  } catch (error) {
    return { id, refused: describeError(error) };
  }
  const outcomes: object[] = [];
  for (const step of steps) outcomes.push(await takeStep(clientOf(step, main, others), step, recorded));
  return { id, outcomes, hooks: hooks && recorded.told };
}

export function optionsOf({ userToken, ...settings }: DriverSettings): ClientOptions {
  return userToken === undefined ? settings : { ...settings, userToken: tokenOf(userToken) };
}

function tokenOf(userToken: NonNullable<DriverSettings['userToken']>): string | (() => string | null) {
  if (typeof userToken === 'string') return userToken;
  const waiting = [...userToken.$inTurn];
  return () => (waiting.length > 1 ? waiting.shift() : waiting[0]) ?? null;
}

function clientOf({ client }: DriverStep, main: Dream, others: ReadonlyMap<string, Dream>): Dream {
  if (client === undefined) return main;
  const found = others.get(client);
  if (found === undefined) throw new Error(`the case has no client '${client}'`);
  return found;
}
