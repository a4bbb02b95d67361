import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeDreamProject } from '../fixtures/dream-project.ts';
import { terraformInit } from '../fixtures/terraform.ts';
import { writeTerraformProject } from '../fixtures/terraform-project.ts';
import { dream, node, temporaryDirectory } from '../fixtures/workspace.ts';
import { interleave } from '../measure/interleave.ts';
import { boundRow, ratioRow, type Row } from '../measure/row.ts';
import { runCommand } from '../measure/run-command.ts';

const sizes = [
  { count: 1_000, target: 1 / 3, rounds: 7 },
  { count: 10_000, target: 1 / 8, rounds: 5 },
];

/** Checking a whole configuration, cold process, against `terraform validate`. */
export async function validateSuite(withPeer: boolean): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const { count, target, rounds } of sizes) {
    const ours = temporaryDirectory('validate');
    writeDreamProject(ours, count, ['development']);
    const validate = async (): Promise<number> =>
      (await runCommand({ program: node, args: [dream, 'validate'], directory: ours })).cpu;
    if (withPeer) {
      const peer = temporaryDirectory('terraform');
      writeTerraformProject(peer, count);
      await terraformInit(peer);
      const validatePeer = async (): Promise<number> =>
        (await runCommand({ program: 'terraform', args: ['validate'], directory: peer })).cpu;
      rows.push(
        ratioRow(
          `validate, ${count.toLocaleString('en')} resources`,
          'CPU s',
          await interleave(rounds, validate, validatePeer),
          target,
        ),
      );
    }
    rows.push(boundRow(`validate, ${count.toLocaleString('en')} resources: memory`, 'MB', await peakMemory(ours), 150));
  }
  return rows;
}

async function peakMemory(directory: string): Promise<number> {
  const file = join(directory, 'peak-memory');
  const hook = join(import.meta.dirname, '../measure/report-memory.mjs');
  await runCommand({
    program: node,
    args: ['--import', hook, dream, 'validate'],
    directory,
    variables: { BENCH_MEMORY_FILE: file },
  });
  return Number(readFileSync(file, 'utf8')) / 1024;
}
