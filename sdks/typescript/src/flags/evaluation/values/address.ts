/*
 * IP addresses. One is read at a time, into the variables of this file, so that reading allocates nothing.
 */

/** The address read last, as IPv6 in four parts of 32 bits; an IPv4 address stands in the last one. */
export const addressParts: Uint32Array = new Uint32Array(4);

const groups = new Uint16Array(8);
const dot = 46;
const colon = 58;
/** With all its groups and an IPv4 address at the end. */
const longest = 45;

export function readAddress(text: string): 'none' | 'ipv4' | 'ipv6' | 'ipv4-in-ipv6' {
  if (text.length < 2 || text.length > longest) return 'none';
  addressParts.fill(0);
  const short = readShort(text, 0);
  if (short >= 0) {
    addressParts[3] = short;
    return 'ipv4';
  }
  if (!readGroups(text)) return 'none';
  for (let part = 0; part < 4; part += 1) {
    addressParts[part] = (groups[part * 2] ?? 0) * 0x10000 + (groups[part * 2 + 1] ?? 0);
  }
  return addressParts[0] === 0 && addressParts[1] === 0 && addressParts[2] === 0xffff ? 'ipv4-in-ipv6' : 'ipv6';
}

/** Four numbers to 255 from `from` to the end, none with a zero in front; −1 for anything else. */
function readShort(text: string, from: number): number {
  let address = 0;
  let at = from;
  for (let part = 0; part < 4; part += 1) {
    if (part > 0) {
      if (text.charCodeAt(at) !== dot) return -1;
      at += 1;
    }
    const begin = at;
    let number = 0;
    for (; at < begin + 3; at += 1) {
      const digit = text.charCodeAt(at) - 48;
      if (!(digit >= 0 && digit <= 9)) break;
      number = number * 10 + digit;
    }
    if (at === begin || number > 255 || (at > begin + 1 && text.charCodeAt(begin) === 48)) return -1;
    address = address * 256 + number;
  }
  return at === text.length ? address : -1;
}

/** Eight groups of four hexadecimal digits, `::` once for as many zeros as are missing, IPv4 for the last two. */
function readGroups(text: string): boolean {
  groups.fill(0);
  let count = 0;
  let gap = -1;
  let at = 0;
  if (text.charCodeAt(0) === colon) {
    if (text.charCodeAt(1) !== colon) return false;
    gap = 0;
    at = 2;
  }
  while (at < text.length) {
    if (count === 8) return false;
    const begin = at;
    let group = 0;
    for (let digit = digitAt(text, at); digit >= 0 && at < begin + 4; digit = digitAt(text, at)) {
      group = group * 16 + digit;
      at += 1;
    }
    if (text.charCodeAt(at) === dot) {
      const short = count <= 6 ? readShort(text, begin) : -1;
      if (short < 0) return false;
      groups[count] = Math.floor(short / 0x10000);
      groups[count + 1] = short % 0x10000;
      return spread(count + 2, gap);
    }
    if (at === begin) return false;
    groups[count] = group;
    count += 1;
    if (at === text.length) break;
    if (text.charCodeAt(at) !== colon) return false;
    at += 1;
    if (text.charCodeAt(at) === colon) {
      if (gap >= 0) return false;
      gap = count;
      at += 1;
    } else if (at === text.length) return false;
  }
  return spread(count, gap);
}

/** Moves what stands behind the gap to the end. */
function spread(count: number, gap: number): boolean {
  if (gap < 0) return count === 8;
  if (count > 7) return false;
  groups.copyWithin(8 - (count - gap), gap, count);
  groups.fill(0, gap, 8 - (count - gap));
  return true;
}

function digitAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code >= 48 && code <= 57) return code - 48;
  const letter = code | 32;
  return letter >= 97 && letter <= 102 ? letter - 87 : -1;
}
