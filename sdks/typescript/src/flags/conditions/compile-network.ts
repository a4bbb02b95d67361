/** A network or a single address as its first and its last address in hexadecimal, 8 digits or 32. */
export function compileNetwork(text: string): { readonly first: string; readonly last: string } {
  const [address = '', prefix] = text.split('/');
  const isV6 = address.includes(':');
  const bits = isV6 ? 128 : 32;
  const value = isV6 ? valueOfV6(address) : valueOfV4(address);
  const free = BigInt(bits - (prefix === undefined ? bits : Number(prefix)));
  const first = (value >> free) << free;
  const last = first | ((1n << free) - 1n);
  return { first: hexadecimal(first, bits), last: hexadecimal(last, bits) };
}

function valueOfV4(address: string): bigint {
  return address.split('.').reduce((value, part) => (value << 8n) | BigInt(part), 0n);
}

function valueOfV6(address: string): bigint {
  // The platform writes an address in its shortest form, without dots.
  const [before = '', after] = new URL(`http://[${address}]/`).hostname.slice(1, -1).split('::').map(groupsOf);
  const left = before === '' ? [] : before;
  const right = after ?? [];
  const groups = [...left, ...Array.from({ length: 8 - left.length - right.length }, () => '0'), ...right];
  return groups.reduce((value, group) => (value << 16n) | BigInt(`0x${group}`), 0n);
}

function groupsOf(text: string): readonly string[] {
  return text === '' ? [] : text.split(':');
}

function hexadecimal(value: bigint, bits: number): string {
  return value.toString(16).padStart(bits / 4, '0');
}
