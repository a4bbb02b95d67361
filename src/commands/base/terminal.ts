import type { Style } from '../../views/style.ts';
import { plainStyle } from '../../views/style.ts';

type Variables = { readonly [name: string]: string | undefined };

/** Colours where somebody looks: on a terminal, unless `NO_COLOR`, `--no-color` or a dumb terminal says otherwise. */
export async function styleFor(stream: NodeJS.WriteStream, variables: Variables, wanted: boolean): Promise<Style> {
  const level = wanted ? colourLevel(stream, variables) : 0;
  if (level === 0) return plainStyle;
  const { colourStyle } = await import('../../views/colour-style.ts');
  return colourStyle(level);
}

function colourLevel(stream: NodeJS.WriteStream, variables: Variables): 0 | 1 | 2 | 3 {
  const forced = variables['FORCE_COLOR'];
  if (forced !== undefined) return forced === '0' || forced === 'false' ? 0 : forced === '2' ? 2 : forced === '3' ? 3 : 1;
  if ((variables['NO_COLOR'] ?? '') !== '' || variables['TERM'] === 'dumb' || stream.isTTY !== true) return 0;
  const depth = stream.getColorDepth();
  return depth >= 24 ? 3 : depth >= 8 ? 2 : depth >= 4 ? 1 : 0;
}

/** Columns to write for; pipes and files get a fixed, comfortable width. */
export function widthOfStream(stream: NodeJS.WriteStream): number {
  return stream.isTTY === true ? Math.max(40, stream.columns) : 100;
}

/** True when a person can be asked. */
export function isInteractive(): boolean {
  return process.stdin.isTTY === true && process.stdout.isTTY === true;
}
