import { own } from './read.ts';

/** An object's own property of one name. */
export type OwnProperty = (holder: object) => unknown;

interface Usual {
  readonly user?: unknown;
  readonly tenant?: unknown;
  readonly device?: unknown;
  readonly key?: unknown;
  readonly plan?: unknown;
}

const everybody: Usual = Object.prototype;

/**
 * The names that almost every condition reads, each spelled out: engines remember where a property lies for each place in
 * the code that names it, while a name that is known only when the program runs is searched for every time.
 */
const usual: Readonly<Record<keyof Usual, OwnProperty>> = {
  user(holder: Usual) {
    const { user } = holder;
    return user === undefined || isOwn(holder, everybody.user, 'user') ? user : undefined;
  },
  tenant(holder: Usual) {
    const { tenant } = holder;
    return tenant === undefined || isOwn(holder, everybody.tenant, 'tenant') ? tenant : undefined;
  },
  device(holder: Usual) {
    const { device } = holder;
    return device === undefined || isOwn(holder, everybody.device, 'device') ? device : undefined;
  },
  key(holder: Usual) {
    const { key } = holder;
    return key === undefined || isOwn(holder, everybody.key, 'key') ? key : undefined;
  },
  plan(holder: Usual) {
    const { plan } = holder;
    return plan === undefined || isOwn(holder, everybody.plan, 'plan') ? plan : undefined;
  },
};

export function ownProperty(name: string): OwnProperty {
  return isUsual(name) ? usual[name] : (holder) => own(holder, name);
}

function isUsual(name: string): name is keyof Usual {
  return Object.hasOwn(usual, name);
}

/** Of a property that is there: whether it is inherited can be seen from the prototypes, unless somebody changed them. */
function isOwn(holder: object, inherited: unknown, name: string): boolean {
  const isPlain = inherited === undefined && Object.getPrototypeOf(holder) === Object.prototype;
  return isPlain || Object.hasOwn(holder, name);
}
