import { grouped } from './count.ts';

/** A measured number with three telling digits: `1,234,568`, `12.3`, `0.000123`. */
export function figure(value: number): string {
  const short = Number(value.toPrecision(3));
  const text =
    Math.abs(short) >= 1000 && Math.abs(short) < 1e15 ? grouped(Math.round(Math.abs(value))) : String(Math.abs(short));
  return short < 0 ? `−${text}` : text;
}

/** The same with its sign: `+2.5`, `−3`, `0`. */
export function signed(value: number): string {
  return value > 0 ? `+${figure(value)}` : figure(value);
}
