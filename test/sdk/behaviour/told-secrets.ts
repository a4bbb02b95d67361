import type { BehaviourCase, Outcome } from './behaviour-case.ts';
import { isObject } from './json-object.ts';

/** Keys, tokens and webhook secrets of the case that stand where they must never be: in errors, or in what hooks were told. */
export function toldSecrets(one: BehaviourCase, outcome: Outcome): readonly string[] {
  const places = [...textsOfErrors(outcome.refused, 'refused'), ...textsOfErrors(outcome.outcomes, 'outcomes')];
  if (outcome.hooks !== undefined) places.push(['hooks', JSON.stringify(outcome.hooks)]);
  return secretsOf(one).flatMap((secret) =>
    places.flatMap(([place, text]) => (text.includes(secret) ? [`${place}: gives away ${secret}`] : [])),
  );
}

function secretsOf({ client, clients, environment, steps }: BehaviourCase): readonly string[] {
  const found = [client, ...Object.values(clients ?? {}), environment, ...steps].flatMap((holder) =>
    Object.entries(holder ?? {}).flatMap(([name, value]): unknown[] => {
      if (/(key|token)$/i.test(name)) return isObject(value) ? Object.values(value).flat() : [value];
      return isObject(value) && 'secret' in value ? [value['secret']].flat() : [];
    }),
  );
  return found.filter((secret) => typeof secret === 'string' && secret !== '').map(String);
}

/** Each text of each error below a value, with its place. */
function textsOfErrors(value: unknown, place: string): [place: string, text: string][] {
  if (Array.isArray(value)) return value.flatMap((item, index) => textsOfErrors(item, `${place}[${index}]`));
  if (!isObject(value)) return [];
  const own = typeof value['text'] === 'string' && 'class' in value ? [value['text']] : [];
  return [
    ...own.map((text): [string, string] => [`${place}.text`, text]),
    ...('error' in value ? textsOfErrors(value['error'], `${place}.error`) : []),
  ];
}
