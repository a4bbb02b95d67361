import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { execa } from 'execa';
import { writeDreamProject } from '../fixtures/dream-project.ts';
import { terraformInit } from '../fixtures/terraform.ts';
import { writeTerraformProject, writeTerraformState } from '../fixtures/terraform-project.ts';
import { startWarmServer, type WarmServer } from '../fixtures/warm-server.ts';
import { dream, node, temporaryDirectory } from '../fixtures/workspace.ts';
import { interleave } from '../measure/interleave.ts';
import { boundRow, ratioRow, reportRow, type Row } from '../measure/row.ts';
import { runCommand } from '../measure/run-command.ts';
import { median } from '../measure/statistics.ts';

const sizes = [
  { count: 1_000, target: 1 / 10, rounds: 5 },
  { count: 10_000, target: 1 / 20, rounds: 2 },
];

/** Plans that find nothing to change, and some that do, against a warm server: client and server CPU together. */
export async function planSuite(withPeer: boolean): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const { count, target, rounds } of sizes) {
    const ours = temporaryDirectory('plan');
    writeDreamProject(ours, count, ['development']);
    const server = await startWarmServer(ours);
    try {
      await execa(node, [dream, 'apply', '--yes'], { cwd: ours });
      if (withPeer) {
        const peer = temporaryDirectory('terraform');
        writeTerraformProject(peer, count);
        writeTerraformState(peer, count);
        await terraformInit(peer);
        const planPeer = async (): Promise<number> =>
          (await runCommand({ program: 'terraform', args: ['plan', '-input=false'], directory: peer })).cpu;
        const compared = await interleave(rounds, () => planOnce(ours, server), planPeer);
        rows.push(ratioRow(`no-change plan, ${count.toLocaleString('en')} resources`, 'CPU s', compared, target));
      }
      const { stdout } = await execa(node, [dream, 'plan'], { cwd: ours });
      rows.push(
        boundRow(
          `no-change plan, ${count.toLocaleString('en')} resources: its text`,
          'bytes',
          Buffer.byteLength(stdout),
          200,
        ),
      );
      // What the server does not know to be settled is sent, and compared whole.
      writeFileSync(join(ours, 'one-more.yaml'), 'kind: Plan\nkey: basic\nname: Basic\n');
      const changed: number[] = [];
      for (let round = 0; round < rounds; round += 1) changed.push(await planOnce(ours, server));
      rows.push(reportRow(`plan of one change, ${count.toLocaleString('en')} resources`, 'CPU s', median(changed)));
    } finally {
      await server.stop();
    }
  }
  return rows;
}

async function planOnce(directory: string, server: WarmServer): Promise<number> {
  const before = server.cpuSeconds();
  const { cpu } = await runCommand({ program: node, args: [dream, 'plan'], directory });
  return cpu + server.cpuSeconds() - before;
}
