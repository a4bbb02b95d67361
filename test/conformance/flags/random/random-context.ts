import { attributes, oddities } from './attributes.ts';
import type { Random } from './random.ts';

/** A context of some of the attributes, now and then with a value of a wrong type, or none at all. */
export function randomContext(random: Random): unknown {
  if (random.percent(2)) return random.pick([null, 'ada', 17, [], true]);
  const kinds = new Map<string, Map<string, unknown>>();
  const present = new Set(random.some(['user', 'tenant', 'device', 'cart'], 75));
  for (const { kind, path, values } of attributes) {
    const [first, second] = path;
    if (!present.has(kind) || random.percent(first === 'key' ? 8 : 45)) continue;
    const value = random.percent(6) ? random.pick(oddities) : random.pick(values);
    const held = kinds.get(kind) ?? new Map<string, unknown>();
    kinds.set(kind, held.set(first, second === undefined ? value : { [second]: value }));
  }
  if (random.percent(2)) return { user: random.pick([null, 'ada', []]) };
  return Object.fromEntries([...kinds].map(([kind, held]) => [kind, Object.fromEntries(held)]));
}
