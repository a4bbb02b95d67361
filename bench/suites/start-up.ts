import { join } from 'node:path';
import { dream, node, repository } from '../fixtures/workspace.ts';
import { interleave } from '../measure/interleave.ts';
import { ratioRow, type Row } from '../measure/row.ts';
import { runCommand, type Usage } from '../measure/run-command.ts';

/** Many, since a run takes hundredths of a second, and what else the machine does is felt in each. */
const rounds = 41;

const words = [
  { name: 'dream --version', args: ['--version'], target: 1.2 },
  { name: 'dream validate examples/acme', args: ['validate', join(repository, 'examples/acme')], target: 2.6 },
];

/**
 * What it takes until the program has done something, against a Node that does nothing, with the compiled forms that
 * the build leaves. CPU seconds, of all threads, are what is aimed for; how long it lasts is reported beside it.
 */
export async function startUpSuite(): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const { name, args, target } of words) {
    const compare = (figure: (usage: Usage) => number) =>
      interleave(
        rounds,
        async () => figure(await runCommand({ program: node, args: [dream, ...args] })),
        async () => figure(await runCommand({ program: node, args: ['-e', '0'] })),
      );
    rows.push(ratioRow(`start-up: ${name}`, 'CPU ms', await compare(({ cpu }) => cpu * 1000), target));
    rows.push(ratioRow(`start-up: ${name}, wall time`, 'ms', await compare(({ wall }) => wall * 1000), null));
  }
  return rows;
}
