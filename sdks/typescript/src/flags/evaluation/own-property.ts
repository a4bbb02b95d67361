import { isObject, own } from './read.ts';

/** What stands at one place of a context; `undefined` where it is absent. Throws what a getter or a proxy throws. */
export type Read = (holder: object) => unknown;

interface Usual {
  readonly user?: unknown;
  readonly tenant?: unknown;
  readonly device?: unknown;
  readonly key?: unknown;
}

const everybody: Usual = Object.prototype;

/*
 * The names that almost every flag reads, each spelled out: engines remember where a property lies for each place in
 * the code that names it, while a name that is known only when the program runs is searched for every time.
 */

function user(holder: Usual): unknown {
  return owned(holder, 'user', holder.user, everybody.user);
}

function tenant(holder: Usual): unknown {
  return owned(holder, 'tenant', holder.tenant, everybody.tenant);
}

function device(holder: Usual): unknown {
  return owned(holder, 'device', holder.device, everybody.device);
}

function key(holder: unknown): unknown {
  return isObject(holder) ? owned(holder, 'key', (holder as Usual).key, everybody.key) : undefined;
}

const usualKinds: ReadonlyMap<string, { readonly itself: Read; readonly key: Read }> = new Map([
  ['user', { itself: user, key: (context) => key(user(context)) }],
  ['tenant', { itself: tenant, key: (context) => key(tenant(context)) }],
  ['device', { itself: device, key: (context) => key(device(context)) }],
]);

/** An object's own property of one name. */
export function ownProperty(name: string): Read {
  return usualKinds.get(name)?.itself ?? ((holder) => own(holder, name));
}

/** The key of the contexts of a kind, for the kinds that almost everybody has: quicker than to remember it. */
export function usualKey(kind: string): Read | undefined {
  return usualKinds.get(kind)?.key;
}

/** Whether what was found is inherited can be seen from the prototypes, unless somebody changed them. */
function owned(holder: object, name: string, found: unknown, inherited: unknown): unknown {
  if (found === undefined) return undefined;
  const isPlain = inherited === undefined && Object.getPrototypeOf(holder) === Object.prototype;
  return isPlain || Object.hasOwn(holder, name) ? found : undefined;
}
