import type { FlagStatus, FlagStatusChange } from './contract.ts';
import { Listeners, type Unsubscribe } from './listeners.ts';

/** What a client is, and who wants to hear of it. Once it is OFF it stays so. */
export class Status {
  readonly #listeners: Listeners<FlagStatusChange>;
  #status: FlagStatus = 'INITIALIZING';
  #problem: string | undefined;

  constructor(onProblem: (problem: string) => void) {
    this.#listeners = new Listeners(onProblem);
  }

  get now(): FlagStatus {
    return this.#status;
  }

  /** Why it is what it is, where there is a reason. */
  get problem(): string | undefined {
    return this.#problem;
  }

  onChange(listener: (change: FlagStatusChange) => unknown): Unsubscribe {
    return this.#listeners.add(listener);
  }

  become(status: FlagStatus, problem?: string): void {
    if (this.#status === status || this.#status === 'OFF') return;
    this.#status = status;
    this.#problem = problem;
    this.#listeners.tell({ status, ...(problem === undefined ? {} : { problem }) });
  }

  /** What was VALID is INTERRUPTED; what never was goes on waiting. */
  interrupt(problem: string): void {
    if (this.#status === 'VALID') this.become('INTERRUPTED', problem);
  }
}
