import { createHmac } from 'node:crypto';
import type { BehaviourCase, EventInput, Settings, Step } from './behaviour-case.ts';

/** Where a case finds its server, and where it finds none. */
export interface Addresses {
  readonly server: string;
  readonly closed: string;
}

/** What a driver is sent of a case: all but what is expected, with addresses and signatures filled in. */
export function driverLine(one: BehaviourCase, addresses: Addresses, now: number): string {
  const { id, client = {}, clients, hooks, steps } = one;
  return ascii({
    id,
    client: settingsFor(client, addresses),
    clients:
      clients &&
      Object.fromEntries(Object.entries(clients).map(([name, settings]) => [name, settingsFor(settings, addresses)])),
    hooks,
    steps: steps.map((step) => signed(step, now)),
  });
}

/** JSON in ASCII, so that no driver need know in which encoding it is spoken to, and no letter is taken for a line end. */
function ascii(value: object): string {
  return JSON.stringify(value).replaceAll(
    /[\u007f-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

export function environmentFor(one: BehaviourCase, addresses: Addresses): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(one.environment ?? {}).map(([name, value]) => [name, filledIn(value, addresses)]),
  );
}

function settingsFor({ baseUrl, ...settings }: Settings, addresses: Addresses): Settings {
  return baseUrl === null ? settings : { baseUrl: filledIn(baseUrl ?? '{server}', addresses), ...settings };
}

function filledIn(text: string, { server, closed }: Addresses): string {
  return text.replaceAll('{server}', server).replaceAll('{closed}', closed);
}

function signed(step: Step, now: number): Step {
  const { constructEvent: input } = step;
  if (input === undefined || typeof input.signature !== 'object') return step;
  const { secret, age } = input.signature.$sign;
  const timestamp = Math.floor(now / 1_000) - age;
  const mac = createHmac('sha256', secret).update(`${timestamp}.`).update(bytesOf(input)).digest('hex');
  return { ...step, constructEvent: { ...input, signature: `t=${timestamp},v1=${mac}` } };
}

function bytesOf({ body }: EventInput): Uint8Array {
  if ('text' in body) return Buffer.from(body.text);
  return 'base64' in body ? Buffer.from(body.base64, 'base64') : Buffer.from(JSON.stringify(body.parsed));
}
