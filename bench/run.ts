import { writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { terraformVersion } from './fixtures/terraform.ts';
import { repository } from './fixtures/workspace.ts';
import type { Row } from './measure/row.ts';
import { resultsPage } from './results-page.ts';
import { accessHttpSuite } from './suites/access-http.ts';
import { applySuite } from './suites/apply.ts';
import { alertSuite } from './suites/alerts.ts';
import { auditExportSuite } from './suites/audit-export.ts';
import { auditStreamSuite } from './suites/audit-stream.ts';
import { auditWriteSuite } from './suites/audit-write.ts';
import { auditSearchSuite } from './suites/audit-search.ts';
import { auditSealSuite } from './suites/audit-seal.ts';
import { checkSuite } from './suites/check.ts';
import { embeddedSuite } from './suites/embedded.ts';
import { eventsSuite } from './suites/events.ts';
import { flagStreamSuite } from './suites/flag-stream.ts';
import { flagSuite } from './suites/flags.ts';
import { generateSuite } from './suites/generate.ts';
import { impactSuite } from './suites/impact.ts';
import { planChangeSuite } from './suites/plan-change.ts';
import { planSuite } from './suites/plan.ts';
import { sdkOthersSuite } from './suites/sdk-others.ts';
import { sdkSuite } from './suites/sdk.ts';
import { startUpSuite } from './suites/start-up.ts';
import { tokenSuite } from './suites/tokens.ts';
import { validateSuite } from './suites/validate.ts';

// Measures what the targets speak of, prints the table and writes it to bench/RESULTS.md. With names as
// arguments (`npm run bench -- apply`) only those suites run, and nothing is written, except the page of one of those
// that run only when they are named: bench/RESULTS-audit-search.md and bench/RESULTS-sdks.md, which say themselves when
// they were written.

const peer = await terraformVersion();
const suites: Readonly<Record<string, () => Promise<readonly Row[]>>> = {
  'start-up': startUpSuite,
  validate: () => validateSuite(peer !== null),
  plan: () => planSuite(peer !== null),
  apply: applySuite,
  embedded: embeddedSuite,
  check: checkSuite,
  tokens: tokenSuite,
  impact: impactSuite,
  'access-http': accessHttpSuite,
  flags: flagSuite,
  'flag-stream': flagStreamSuite,
  'plan-change': planChangeSuite,
  events: eventsSuite,
  'audit-write': auditWriteSuite,
  'audit-export': auditExportSuite,
  'audit-seal': auditSealSuite,
  'audit-stream': auditStreamSuite,
  alerts: alertSuite,
};
/** Run only when they are named, since they take many minutes or install tools of others, and have pages of their own. */
const apart: Readonly<Record<string, () => Promise<readonly Row[]>>> = {
  'audit-search': auditSearchSuite,
  sdks: async () => [...(await generateSuite()), ...(await sdkSuite()), ...(await sdkOthersSuite())],
};
const chosen = process.argv.slice(2);
const rows: Row[] = [];
for (const [name, suite] of Object.entries({ ...suites, ...apart })) {
  if (chosen.length > 0 ? !chosen.includes(name) : name in apart) continue;
  process.stderr.write(`measuring ${name} …\n`);
  rows.push(...(await suite()));
}
const page = resultsPage(rows, {
  node: process.version,
  peer: peer === null ? null : `Terraform ${peer}`,
  machine: `${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, ${Math.round(totalmem() / 2 ** 30)} GiB`,
  day: new Date().toISOString().slice(0, 10),
});
process.stdout.write(page);
const [only, ...others] = chosen;
if (only === undefined) writeFileSync(join(repository, 'bench/RESULTS.md'), page);
else if (others.length === 0 && only in apart) writeFileSync(join(repository, `bench/RESULTS-${only}.md`), page);
