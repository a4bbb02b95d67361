/** Whether a value passes a test. An attribute that is absent arrives as `undefined`, one that is null as `null`. */
export type ValueCheck = (value: unknown) => boolean;

export const never: ValueCheck = () => false;
