import type { Operation } from '../operation.ts';
import type { Changed, Decided } from '../changed.ts';

/** Takes what one request says of what it did. Made anew for each attempt: what was rolled back did nothing. */
export class Recorder {
  readonly #operation: Pick<Operation, 'id' | 'recordedAs'>;
  #said: { readonly changed: Changed | null } | { readonly decided: Decided } | undefined;

  constructor(operation: Pick<Operation, 'id' | 'recordedAs'>) {
    this.#operation = operation;
  }

  readonly changed = (changed: Changed | null): void => this.#say({ changed });
  readonly decided = (decided: Decided): void => this.#say({ decided });

  /** What belongs into the record; null: nothing does. Throws a RangeError when an operation did not say what it did. */
  get said(): { readonly changed?: Changed; readonly decided?: Decided } | null {
    const { id, recordedAs } = this.#operation;
    if (recordedAs === undefined) return null;
    if (this.#said === undefined) throw new RangeError(`${id} did not say what it changed or decided`);
    if ('decided' in this.#said) return this.#said;
    return this.#said.changed === null ? null : { changed: this.#said.changed };
  }

  #say(said: { readonly changed: Changed | null } | { readonly decided: Decided }): void {
    const { id, recordedAs } = this.#operation;
    if (recordedAs === undefined) throw new RangeError(`${id} says what it did, but not how to record it`);
    if (this.#said !== undefined) throw new RangeError(`${id} said twice what it did`);
    this.#said = said;
  }
}
