import type { Layout } from '../../typescript/layout/layout.ts';
import { listed, method } from '../layout/class-layout.ts';
import { documented } from '../layout/javadoc.ts';
import type { PlannedOperation } from '../plan.ts';
import type { Scope } from '../types/answered-type.ts';
import { type OperationAnswer, plainAnswer, rawAnswer } from './operation-answer.ts';
import { type Argument, inputLayout, operationArguments } from './operation-arguments.ts';
import { operationNotes } from './operation-notes.ts';

/** The methods of an operation: the one that takes everything, then those that leave something out. */
export function operationMethods(planned: PlannedOperation, scope: Scope, isRaw: boolean): readonly Layout[] {
  const { constant, methodName, operation } = planned;
  const all = operationArguments(planned, scope);
  const answer = isRaw ? rawAnswer(operation.result, scope) : plainAnswer(operation.result, scope);
  const text = operationNotes(operation, scope.plan.modelName);
  const depth = isRaw ? 2 : 1;
  const asked = [constant, inputLayout(planned, scope), 'options', ...answer.decoders];
  const whole = written(answer, methodName, all, text, depth, returned(answer, `${answer.asks}(`, asked));
  const [summary] = text;
  return [
    whole,
    ...shorter(all).map((some) => {
      const handed = all.map((argument) => (some.includes(argument) ? argument.name : 'null'));
      return written(answer, methodName, some, [summary], depth, returned(answer, `${methodName}(`, handed));
    }),
  ];
}

function written(
  answer: OperationAnswer,
  name: string,
  taken: readonly Argument[],
  text: readonly (string | undefined)[],
  depth: number,
  body: readonly Layout[],
): Layout {
  const tags = [
    ...taken.map((argument) => `@param ${argument.name} ${argument.about}`),
    ...(answer.about === undefined ? [] : [`@return ${answer.about}`]),
  ];
  const parameters = taken.map((argument) => [argument.type, ` ${argument.name}`]);
  return documented({ text, tags }, depth, method(['public ', answer.type, ` ${name}`], parameters, body));
}

function returned({ type }: OperationAnswer, call: string, handed: readonly Layout[]): readonly Layout[] {
  return [[type === 'void' ? '' : 'return ', listed(call, handed, ')'), ';']];
}

/** The arguments without one, or several, of those that may be left out. */
function shorter(all: readonly Argument[]): readonly (readonly Argument[])[] {
  const optional = all.filter(({ isOptional }) => isOptional);
  const without = optional.flatMap((argument) => [[argument]]);
  const several = optional.length > 1 ? [optional] : [];
  return [...without, ...several].map((left) => all.filter((argument) => !left.includes(argument)));
}
