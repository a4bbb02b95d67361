// The dependency rule (.dependency-cruiser.mjs) over src/. Fails on a violation, and on seeing fewer modules than
// there are files: a cruiser without a working TypeScript API finds 0 modules and calls that success.
import { globSync } from 'node:fs';
import { cruise, type ICruiseResult, type IViolation } from 'dependency-cruiser';
import extractOptions from 'dependency-cruiser/config-utl/extract-depcruise-options';
import extractTsConfig from 'dependency-cruiser/config-utl/extract-ts-config';

const options = await extractOptions('./.dependency-cruiser.mjs');
const { output } = await cruise(['src'], options, options.enhancedResolveOptions, {
  tsConfig: extractTsConfig('./tsconfig.json'),
});
if (typeof output === 'string') throw new TypeError('dependency-cruiser answered with text instead of its result');

const problems = [...unseenFiles(output), ...output.summary.violations.map(describe)];
for (const problem of problems) console.error(problem);
console.log(`${output.summary.totalCruised} modules, ${output.summary.totalDependenciesCruised ?? 0} imports`);
process.exitCode = problems.length === 0 ? 0 : 1;

function unseenFiles(result: ICruiseResult): string[] {
  const files = globSync('src/**/*.ts').map((file) => file.replaceAll('\\', '/'));
  const seen = new Set(result.modules.map((module) => module.source));
  if (files.length === 0) return ['src/ holds no TypeScript file: nothing was checked'];
  return files.filter((file) => !seen.has(file)).map((file) => `${file}: not seen by the cruiser`);
}

function describe(violation: IViolation): string {
  const comment = options.ruleSet?.forbidden?.find((rule) => rule.name === violation.rule.name)?.comment ?? '';
  const path = violation.cycle === undefined ? violation.to : violation.cycle.map((step) => step.name).join(' → ');
  return `${violation.from} → ${path}\n    ${violation.rule.name}: ${comment}`;
}
