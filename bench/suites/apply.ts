import { writeDreamProject } from '../fixtures/dream-project.ts';
import { startWarmServer, type WarmServer } from '../fixtures/warm-server.ts';
import { dream, node, temporaryDirectory } from '../fixtures/workspace.ts';
import { boundRow, type Row } from '../measure/row.ts';
import { runCommand } from '../measure/run-command.ts';
import { growthExponent, median } from '../measure/statistics.ts';

const rounds = 3;
const environments = Array.from({ length: rounds + 1 }, (_, index) => `round-${index}`);

/** Creating everything in an empty environment, in one transaction: client and server CPU together. */
export async function applySuite(): Promise<readonly Row[]> {
  const small = { size: 1_000, cost: await creation(1_000) };
  const large = { size: 10_000, cost: await creation(10_000) };
  return [
    boundRow('apply, 1,000 creates', 'CPU s', small.cost, 2),
    boundRow('apply, 10,000 creates', 'CPU s', large.cost, 20),
    boundRow('apply, growth exponent from 1,000 to 10,000', '', growthExponent(small, large), 1.1),
  ];
}

async function creation(count: number): Promise<number> {
  const directory = temporaryDirectory('apply');
  writeDreamProject(directory, count, environments);
  const server = await startWarmServer(directory);
  try {
    const costs: number[] = [];
    for (const environment of environments) costs.push(await applyOnce(directory, environment, server));
    // The first round warms the server's code and is not counted.
    return median(costs.slice(1));
  } finally {
    await server.stop();
  }
}

async function applyOnce(directory: string, environment: string, server: WarmServer): Promise<number> {
  const before = server.cpuSeconds();
  const { cpu } = await runCommand({ program: node, args: [dream, 'apply', '--yes', '--env', environment], directory });
  return cpu + server.cpuSeconds() - before;
}
