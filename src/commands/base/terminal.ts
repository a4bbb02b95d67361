import { plainStyle, type Style } from '../../views/style.ts';
import { isTerminal } from './write-out.ts';

type Variables = { readonly [name: string]: string | undefined };
type ColourLevel = 0 | 1 | 2 | 3;

/** Colours where somebody looks: on a terminal, unless `NO_COLOR`, `--no-color` or a dumb terminal says otherwise. */
export async function styleFor(descriptor: 1 | 2, variables: Variables, wanted: boolean): Promise<Style> {
  const level = wanted ? colourLevel(descriptor, variables) : 0;
  if (level === 0) return plainStyle;
  const { colourStyle } = await import('../../views/colour-style.ts');
  return colourStyle(level);
}

function colourLevel(descriptor: 1 | 2, variables: Variables): ColourLevel {
  const forced = variables['FORCE_COLOR'];
  if (forced !== undefined) return forcedLevel(forced);
  if ((variables['NO_COLOR'] ?? '') !== '' || variables['TERM'] === 'dumb' || !isTerminal(descriptor)) return 0;
  const depth = (descriptor === 1 ? process.stdout : process.stderr).getColorDepth();
  return depth >= 24 ? 3 : depth >= 8 ? 2 : depth >= 4 ? 1 : 0;
}

function forcedLevel(forced: string): ColourLevel {
  switch (forced) {
    case '0':
    case 'false':
      return 0;
    case '2':
      return 2;
    case '3':
      return 3;
    default:
      return 1;
  }
}

/** Columns to write for; pipes and files get a fixed, comfortable width. */
export function outputWidth(): number {
  return isTerminal(1) ? Math.max(40, process.stdout.columns) : 100;
}

/** True when a person can be asked. */
export function isInteractive(): boolean {
  return process.stdin.isTTY === true && isTerminal(1);
}
