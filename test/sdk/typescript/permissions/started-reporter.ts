import {
  DecisionReporter,
  type DecisionReporterOptions,
  type LocalDecision,
} from '../../../../sdks/typescript/src/permissions/index.ts';
import { decision, ScriptedLog } from './scripted-log.ts';

/** A reporter before a log that answers from memory, and what it was told of. */
export function started(options: Omit<DecisionReporterOptions, 'client'> = {}) {
  const log = new ScriptedLog();
  const problems: string[] = [];
  const onProblem = (problem: string): void => void problems.push(problem);
  const reporter = new DecisionReporter({ client: log, onProblem, ...options });
  const report = (count: number, more: Partial<LocalDecision> = {}): void => {
    for (let place = 0; place < count; place += 1) reporter.report(decision(place, more));
  };
  return { log, problems, report, reporter };
}
