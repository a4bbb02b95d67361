import { defineError } from '../../engine/platform-error/index.ts';

export const environmentErrors = {
  modeFixed: defineError({
    code: 'environments/mode-fixed',
    type: 'conflict',
    userMessage: 'This environment cannot be used this way.',
    meaning:
      'The environment is used in the other mode (test or live). Its keys carry the mode, so the first apply or key fixes it; use an environment of another name.',
  }),
};
