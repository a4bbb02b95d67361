import * as Args from '@oclif/core/args';
import * as Flags from '@oclif/core/flags';
import type { ExperimentResults } from '../../app/experiment-results.ts';
import { formatExperiment } from '../../views/flags/experiment.ts';
import { targetOptions } from '../base/options.ts';
import { ProjectCommand } from '../base/project-command.ts';

/** `flags experiment --json`. */
export interface FlagsExperimentJson extends ExperimentResults {
  readonly environment: string;
}

export class FlagsExperiment extends ProjectCommand {
  static override summary = 'Show what an experiment has found so far.';
  static override description =
    'Look whenever you like: intervals and p-values hold however often they are looked at, and a verdict stands once the p-value, corrected for all metrics and variations, is below 0.05. With --once, there are also the tests that hold for one look alone, at a moment settled beforehand.';
  static override examples = [
    '<%= config.bin %> flags experiment checkout-layout --env production',
    '<%= config.bin %> flags experiment checkout-layout --env production --once',
    '<%= config.bin %> flags experiment checkout-layout --server https://dream.acme.com --json',
  ];
  static override args = {
    key: Args.string({ description: 'Key of the flag.', ignoreStdin: true, required: true }),
  };
  static override flags = {
    ...targetOptions,
    once: Flags.boolean({ description: "Show Welch's t test, and for conversions the chi-square test, too." }),
  };

  async run(): Promise<FlagsExperimentJson> {
    const { args, flags } = await this.parse(FlagsExperiment);
    const target = await this.targetOf(flags);
    const { environment } = target;
    const results = await this.withControlPlane(target, async (controlPlane) =>
      controlPlane.flags.experiment(args.key),
    );
    const facts = { ...results, environment, now: this.host.clock.now().toISOString() };
    this.print(formatExperiment(facts, { ...this.textOptions, once: flags.once }));
    return { environment, ...results };
  }
}
