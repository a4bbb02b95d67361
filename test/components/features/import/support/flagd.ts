import { FlagdCore } from '@openfeature/flagd-core';
import { silent } from '../../../../support/silent.ts';

export interface FlagdAnswers {
  /** Throws what flagd throws at an export that it cannot read. */
  readonly read: (exported: unknown) => void;
  /** Null where flagd leaves it to the code, since the flag is off or no variant is named. */
  readonly valueOf: (key: string, asked: object) => unknown;
}

/** flagd's own evaluation. */
export function flagd(): FlagdAnswers {
  // Compiled, it puts the word null in place of what is absent where texts are put together; its interpreter, and
  // flagd elsewhere, put nothing there.
  const core = new FlagdCore(undefined, silent, { disableDynamicCodeGeneration: true });
  return {
    read: (exported) => void core.setConfigurations(JSON.stringify(exported)),
    valueOf(key, asked) {
      const flag = core.getFlag(key);
      const { value = null } = flag?.state === 'DISABLED' ? {} : (flag?.evaluate(asked as never, silent) ?? {});
      return value;
    },
  };
}
