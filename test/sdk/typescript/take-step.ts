import type { Dream } from '../../../sdks/typescript/src/index.ts';
import { describeError } from './describe-error.ts';
import type { CallStep, ConstructStep, DriverStep, SignStep } from './driver-case.ts';
import { invoke } from './invoke.ts';
import type { RecordedHooks } from './recorded-hooks.ts';
import { optionsOf } from './run-case.ts';
import { useCall } from './use-call.ts';

export async function takeStep(client: Dream, step: DriverStep, hooks: RecordedHooks): Promise<object> {
  try {
    if ('call' in step) return await call(client, step, hooks);
    if ('constructEvent' in step) return { value: await constructEvent(client, step) };
    if ('signTestEvent' in step) return { value: await signTestEvent(client, step) };
    client.setUserToken(step.setUserToken);
    return { done: true };
  } catch (error) {
    return { error: describeError(error) };
  }
}

async function call(client: Dream, step: CallStep, hooks: RecordedHooks): Promise<object> {
  const { abort } = step;
  const controller = new AbortController();
  const stop = (): void => controller.abort();
  if (abort?.before) stop();
  hooks.onRetry = (nth) => {
    if (nth === abort?.afterRetry) stop();
  };
  const user = step.with === undefined ? client : client.withOptions(optionsOf(step.with));
  const timer = abort?.afterMs === undefined ? undefined : setTimeout(stop, abort.afterMs);
  try {
    const result = invoke(user, step, abort === undefined ? undefined : controller.signal);
    return await useCall(result, step, (count) => {
      if (count === abort?.afterItems) stop();
    });
  } finally {
    clearTimeout(timer);
  }
}

function constructEvent(client: Dream, { constructEvent: { body, signature, secret, tolerance } }: ConstructStep) {
  const bytes = body.base64 === undefined ? undefined : Buffer.from(body.base64, 'base64');
  // An object where bytes or text are needed is what happens to people who use JavaScript, so the types are passed by.
  return Reflect.apply(client.webhooks.constructEvent, client.webhooks, [
    body.text ?? bytes ?? body.parsed,
    signature,
    secret,
    ...(tolerance === undefined ? [] : [{ tolerance }]),
  ]);
}

function signTestEvent(client: Dream, { signTestEvent: { body, secret, timestamp } }: SignStep): Promise<string> {
  return client.webhooks.signTestEvent(body, secret, timestamp === undefined ? {} : { timestamp });
}
