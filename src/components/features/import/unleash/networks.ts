import { isIP } from 'node:net';

/** Those that are networks or addresses; what is neither lets nobody in, there as here. */
export function networksIn(values: readonly string[]): readonly string[] {
  return [...new Set(values)].filter((value) => {
    const [address = '', prefix, ...others] = value.split('/');
    const version = isIP(address);
    const isPrefix =
      prefix === undefined || (/^\d{1,3}$/u.test(prefix) && Number(prefix) <= (version === 4 ? 32 : 128));
    return version !== 0 && isPrefix && others.length === 0;
  });
}
