import { join } from 'node:path';
import { dream, node, repository } from '../fixtures/workspace.ts';
import { interleave } from '../measure/interleave.ts';
import { ratioRow, type Row } from '../measure/row.ts';
import { runCommand } from '../measure/run-command.ts';

const rounds = 21;

/** How long until the program has done something, against a Node that does nothing. Wall time, compile cache warm. */
export async function startUpSuite(): Promise<readonly Row[]> {
  const floor = async (): Promise<number> => (await runCommand({ program: node, args: ['-e', '0'] })).wall;
  const wallOf =
    (...args: string[]) =>
    async (): Promise<number> =>
      (await runCommand({ program: node, args: [dream, ...args] })).wall;
  return [
    ratioRow('start-up: dream --version', 's', await interleave(rounds, wallOf('--version'), floor), 1.2),
    ratioRow(
      'start-up: dream validate examples/acme',
      's',
      await interleave(rounds, wallOf('validate', join(repository, 'examples/acme')), floor),
      2.6,
    ),
  ];
}
