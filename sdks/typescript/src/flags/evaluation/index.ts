// Evaluating flags: a ruleset is compiled once and then asked. This folder imports nothing from outside itself.
export type * from './contract.ts';
export { createEvaluator } from './evaluator.ts';
export type * from './ruleset.ts';
