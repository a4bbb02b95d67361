// People as programs ask about them: some known, some not yet, with attributes that are there or not. The same at every
// run, and all different.

const countries = ['US', 'IN', 'DE', 'CA', 'FR', 'AT', 'in', 'RU'];
const plans = ['free', 'pro', 'scale', 'enterprise'];
const domains = ['acme.com', 'ACME.in', 'globex.com', 'initech.io', 'mail.example', 'acme.in'];
const names = ['ada', 'bob.b', 'ops.cy', 'dee+acme', 'sre+eve', 'flo'];
const versions = ['1.9.0', '2.3.9', '2.4.0-rc.1', '2.4.0', '2.10.1', '10.0.0', '2.4.0+build.5'];
const addresses = ['10.1.2.3', '192.0.2.7', '203.0.113.14', '203.0.113.16', '2001:db8::7', '::ffff:10.1.2.3'];
const seats = [1, 20, 21, 49, 50, 199.5, 200, 201, 500];
const groups = [[], ['admins'], ['beta', 'support'], ['staff', 'admins', 'beta']];

export interface Person {
  readonly id: string;
  readonly company: string;
  readonly isNew: boolean;
  readonly attributes: { readonly [name: string]: unknown };
}

export function personAt(index: number): Person {
  const of = <T>(list: readonly T[], step: number): T | undefined => list[Math.floor(index / step) % list.length];
  // Numbers that have nothing in common, so that all combinations come.
  const attributes = {
    country: index % 7 === 3 ? undefined : of(countries, 1),
    plan: index % 11 === 5 ? undefined : of(plans, 3),
    email: index % 13 === 6 ? undefined : `${of(names, 5)}@${of(domains, 2)}`,
    appVersion: index % 17 === 8 ? undefined : of(versions, 7),
    seats: index % 19 === 9 ? undefined : of(seats, 4),
    groups: index % 23 === 11 ? undefined : of(groups, 9),
    beta: index % 3 === 1 ? undefined : index % 2 === 0,
    trial: index % 5 === 2 ? null : index % 4 === 0,
    address: index % 29 === 14 ? undefined : { city: index % 2 === 0 ? 'Pune' : 'Graz' },
    remoteAddress: of(addresses, 6),
  };
  const there = Object.entries(attributes).filter(([, value]) => value !== undefined);
  return {
    id: `user-${index}`,
    company: `company-${index % 40}`,
    isNew: index % 31 === 15,
    attributes: Object.fromEntries(there),
  };
}
