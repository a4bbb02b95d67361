import * as Args from '@oclif/core/args';
import * as Flags from '@oclif/core/flags';
import type { BacktestResult } from '../../app/alert-client.ts';
import { ruleToTry } from '../../app/alerts/rule-to-try.ts';
import { readPast } from '../../app/read-instant.ts';
import { formatBacktest } from '../../views/alerts/firings.ts';
import { targetOptions } from '../base/options.ts';
import { ProjectCommand } from '../base/project-command.ts';

/** `alerts test --json`. */
export interface AlertsTestJson extends BacktestResult {
  readonly rule: string;
}

export class AlertsTest extends ProjectCommand {
  static override summary = 'Say when an alert rule of the files would have been raised, over the entries there are.';
  static override description =
    'The rule is taken as the files have it, applied or not. Nothing is raised. Without --since, over the last 30 days.';
  static override examples = ['<%= config.bin %> alerts test brute-force --since 2026-02-01 --env production'];
  static override args = { rule: Args.string({ description: 'Key of an AlertRule.', required: true }) };
  static override flags = {
    ...targetOptions,
    tenant: Flags.string({ char: 't', description: 'Only over entries of this tenant.', helpValue: 'ID' }),
    since: Flags.string({
      description: 'Written at this date or moment, or later; 7d: since that long ago.',
      helpValue: 'TIME',
    }),
    until: Flags.string({
      description: 'Written before this date or moment; 1d: up to that long ago.',
      helpValue: 'TIME',
    }),
  };

  async run(): Promise<AlertsTestJson> {
    const { args, flags } = await this.parse(AlertsTest);
    const configuration = await this.configuration(flags.dir);
    const target = this.target(flags, configuration);
    const rule = ruleToTry(configuration, target.environment, args.rule);
    const now = this.host.clock.now();
    const span = {
      ...(flags.since === undefined ? {} : { since: readPast(flags.since, now).toISOString() }),
      ...(flags.until === undefined ? {} : { until: readPast(flags.until, now).toISOString() }),
    };
    const found = await this.withControlPlane(target, ({ alerts }) =>
      alerts.backtest({ tenant: flags.tenant, rule, ...span }),
    );
    this.print(formatBacktest(args.rule, found, this.style));
    return { rule: args.rule, ...found };
  }
}
