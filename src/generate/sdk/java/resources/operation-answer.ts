import type { SdkResult } from '../../api-description.ts';
import { packages } from '../java-file.ts';
import { generic, listed } from '../layout/class-layout.ts';
import type { Layout } from '../../typescript/layout/layout.ts';
import { answered } from '../types/answered-form.ts';
import { boxed, decoder, type Scope } from '../types/answered-type.ts';

/** What a method gives, and how. */
export interface OperationAnswer {
  readonly type: Layout;
  /** The method of `Resource` that asks. */
  readonly asks: string;
  readonly decoders: readonly Layout[];
  /** Javadoc; absent where nothing is given. */
  readonly about?: string;
}

/** The answer as it is. */
export function plainAnswer(result: SdkResult, scope: Scope): OperationAnswer {
  const { imports } = scope;
  switch (result.form) {
    case 'nothing':
      return { type: 'void', asks: 'nothing', decoders: [] };
    case 'value': {
      const { form, isNullable } = answered(result.type);
      const plain = decoder(form, scope);
      const read = isNullable ? listed(`${imports.use(packages.core, 'Decoders')}.nullable(`, [plain], ')') : plain;
      const about = 'what the server answered; {@code null} where that is nothing';
      return { type: boxed(form, scope), asks: 'value', decoders: [read], about };
    }
    case 'pages':
    case 'parts': {
      const item = answered(result.item).form;
      const page = pageForm(result);
      const about = 'all items, one page after the other; nothing is asked before it is read';
      return {
        type: generic(imports.use(packages.sdk, 'Paged'), boxed(item, scope), boxed(page, scope)),
        asks: result.form,
        decoders: [decoder(item, scope), decoder(page, scope)],
        about,
      };
    }
    case 'events':
      return {
        type: imports.use(packages.sdk, 'EventStream'),
        asks: 'events',
        decoders: [],
        about: 'opens when it is read',
      };
    case 'bytes':
      return {
        type: imports.use(packages.sdk, 'ByteStream'),
        asks: 'bytes',
        decoders: [],
        about: 'asks when it is read',
      };
  }
}

/** The answer with its status and its headers. */
export function rawAnswer(result: SdkResult, scope: Scope): OperationAnswer {
  const plain = plainAnswer(result, scope);
  const isList = result.form === 'pages' || result.form === 'parts';
  const inner = isList ? boxed(pageForm(result), scope) : result.form === 'nothing' ? 'Void' : plain.type;
  return {
    type: generic(scope.imports.use(packages.sdk, 'RawAnswer'), inner),
    asks: `raw${plain.asks.charAt(0).toUpperCase()}${plain.asks.slice(1)}`,
    decoders: isList ? plain.decoders.slice(1) : plain.decoders,
    about: isList ? 'the first page, with what came around it' : 'the answer, with what came around it',
  };
}

function pageForm(result: Extract<SdkResult, { form: 'pages' | 'parts' }>): ReturnType<typeof answered>['form'] {
  return answered(result.form === 'pages' ? result.page : result.part).form;
}
