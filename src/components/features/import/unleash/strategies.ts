import type { Json, JsonObject } from '../../../../engine/json.ts';
import { objectOf, textOf } from '../../../../engine/json-fields.ts';
import { all, any, type Condition, isAbsent, isOneOf } from '../condition.ts';
import { Inexpressible } from '../inexpressible.ts';
import { contextField } from './constraints.ts';
import { networkCondition, networksIn } from './networks.ts';

export interface StrategyPlace {
  readonly feature: string;
  /** Lots are drawn there. */
  random(): void;
}

/** Whom a strategy lets in, besides its constraints and segments. @throws Inexpressible */
export function strategyCondition(strategy: JsonObject, place: StrategyPlace): Condition {
  const parameters = objectOf(strategy['parameters']);
  switch (strategy['name']) {
    case 'default':
      return true;
    case 'userWithId':
      return isOneOf('user.key', listed(parameters['userIds']));
    case 'remoteAddress':
      return remoteAddress(listed(parameters['IPs']));
    case 'flexibleRollout':
      return flexibleRollout(parameters, place);
    case 'gradualRolloutUserId':
      return gradual('user.key', parameters);
    case 'gradualRolloutSessionId':
      return gradual('user.sessionId', parameters);
    case 'gradualRolloutRandom':
      return byLot(percentOf(parameters['percentage']), place.feature, place);
    case 'applicationHostname':
      throw new Inexpressible('it asks for the name of the host that the code runs on');
    default:
      throw new Inexpressible(`the strategy \`${textOf(strategy['name']) ?? ''}\` is a custom one`);
  }
}

function listed(value: Json | undefined): readonly string[] {
  const texts = (textOf(value) ?? '').split(/\s*,\s*/u);
  return [...new Set(texts)].filter((text) => text !== '');
}

function remoteAddress(ranges: readonly string[]): Condition {
  const path = 'user.remoteAddress';
  const networks = networksIn(ranges).filter((range) => !range.includes(':'));
  const texts = ranges.filter((range) => !networks.includes(range));
  return any([isOneOf(path, texts), networkCondition(path, networks)]);
}

function gradual(path: string, parameters: JsonObject): Condition {
  return shareOf(path, percentOf(parameters['percentage']), textOf(parameters['groupId']) ?? '');
}

function flexibleRollout(parameters: JsonObject, place: StrategyPlace): Condition {
  const percent = percentOf(parameters['rollout']);
  const group = textOf(parameters['groupId']) ?? '';
  const stickiness = textOf(parameters['stickiness']) ?? '';
  if (stickiness === 'random') return byLot(percent, group === '' ? place.feature : group, place);
  if (stickiness !== '' && stickiness !== 'default') return shareOf(contextField(stickiness), percent, group);
  // Whoever has neither is dealt by lot, which lets everybody in where all are.
  if (percent === 100) return true;
  const bySession = all([isAbsent('user.key'), shareOf('user.sessionId', percent, group)]);
  return any([shareOf('user.key', percent, group), bySession]);
}

/** Only the key of the user stays the same from call to call. */
function byLot(percent: number, group: string, place: StrategyPlace): Condition {
  if (percent > 0 && percent < 100) place.random();
  return percent === 100 || shareOf('user.key', percent, group);
}

/** Whole buckets of hundred: what is over lets nobody in. */
function percentOf(value: Json | undefined): number {
  const percent = Math.floor(Number(value ?? Number.NaN));
  return percent > 0 ? Math.min(100, percent) : 0;
}

function shareOf(by: string, percent: number, group: string): Condition {
  if (percent === 0) return false;
  if (group === '') throw new Inexpressible('it deals without a group');
  return { share: { percent, by, salt: group, hash: 'unleash' } };
}
