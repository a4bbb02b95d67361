import type { EgressProblem } from '../contract.ts';

/** The one error that calls to the outside reject with. */
export class EgressFailure extends Error implements EgressProblem {
  override readonly name = 'EgressProblem';
  readonly problem: EgressProblem['problem'];

  constructor(problem: EgressProblem['problem'], message: string, cause?: unknown) {
    super(message, { cause });
    this.problem = problem;
  }
}
