import { plainAddress } from '../../../server/plain-address.ts';
import type { EntryActor } from '../entries/entry.ts';
import { keptText } from '../entries/kept-text.ts';

/** An actor as the product sends it: texts of any length, and an address written in any way, or none at all. */
export interface SentActor {
  readonly type: string;
  readonly id: string;
  readonly name?: string;
  readonly email?: string;
  readonly ip?: string;
  readonly userAgent?: string;
}

/** The actor as the entry has it. What is sent as an address and is none never keeps an entry out of the record. */
export function reportedActor({ email, id, ip, name, type, userAgent }: SentActor): EntryActor {
  return {
    type: keptText(type),
    id: keptText(id),
    ...(name === undefined ? {} : { name: keptText(name) }),
    ...(email === undefined ? {} : { email: keptText(email) }),
    ...(ip === undefined ? {} : addressOf(ip)),
    ...(userAgent === undefined ? {} : { userAgent: keptText(userAgent) }),
  };
}

function addressOf(sent: string): Pick<EntryActor, 'ip' | 'invalidIp'> {
  const ip = plainAddress(sent);
  return ip === null ? { invalidIp: keptText(sent) } : { ip };
}
