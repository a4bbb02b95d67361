interface Sort {
  readonly rating: 'breaking' | 'compatible';
  /** For people. */
  readonly meaning: string;
}

/** Each sort of difference, and what it means for whoever uses the API as it was. */
export const sorts = {
  'operation-removed': breaking('The operation is gone.'),
  'operation-moved': breaking('The operation has another method or path.'),
  'operation-renamed': breaking('The operation has another id, and another name in SDKs.'),
  'operation-added': compatible('There is a new operation.'),
  'operation-deprecated': compatible('The operation is to be used no more, and still answers.'),
  'auth-removed': breaking('This way to say who asks is not taken any more.'),
  'auth-added': compatible('Another way to say who asks is taken.'),
  'auth-changed': breaking('What says who asks is sent in another way.'),
  'scope-changed': breaking('Keys need another scope for it.'),
  'scope-lowered': compatible('Keys need less for it than before.'),
  'server-removed': breaking('The API is not at this address any more.'),
  'server-added': compatible('The API is at another address too.'),
  'parameter-removed': breaking('The parameter is gone.'),
  'parameter-required': breaking('The parameter has to be there now.'),
  'parameter-changed': breaking('The parameter is written in another way.'),
  'parameter-optional': compatible('The parameter need not be there any more.'),
  'parameter-added': compatible('There is a new parameter.'),
  'body-required': breaking('A body has to be sent now.'),
  'body-added': compatible('A body may be sent.'),
  'body-optional': compatible('A body need not be sent any more.'),
  'body-removed': breaking('No body is taken any more.'),
  'content-type-removed': breaking('This content type is gone.'),
  'content-type-added': compatible('There is another content type.'),
  'status-removed': breaking('This status is not answered any more.'),
  'status-added': compatible('Another status may be answered.'),
  'error-removed': breaking('This error code is not answered any more.'),
  'error-moved': breaking('The error code comes with another status.'),
  'error-added': compatible('Another error code may be answered.'),
  'error-changed': breaking('The error is of another class.'),
  'retry-changed': compatible('Whether to try again after the error is answered otherwise.'),
  'header-removed': breaking('The header is not answered any more.'),
  'header-uncertain': breaking('The header may be missing now.'),
  'header-certain': compatible('The header is always there now.'),
  'header-added': compatible('Another header is answered.'),
  'pagination-changed': breaking('The pages of the list are asked for in another way.'),
  'event-removed': breaking('Nobody is told of this event any more.'),
  'event-added': compatible('There is a new event.'),
  'reply-removed': breaking('This answer of whoever is called means nothing any more.'),
  'reply-added': compatible('Another answer of whoever is called has a meaning.'),
  'kind-removed': breaking('Files of this kind are not taken any more.'),
  'kind-moved': breaking('Resources of the kind are called by another plural, in addresses and directories.'),
  'kind-added': compatible('There is a new kind of files.'),
  'field-removed': breaking('The field is gone.'),
  'field-required': breaking('The field has to be sent now.'),
  'field-optional': compatible('The field need not be sent any more.'),
  'field-uncertain': breaking('The field may be missing now.'),
  'field-certain': compatible('The field is always there now.'),
  'field-added': compatible('There is a new field.'),
  'type-changed': breaking('The type is another one.'),
  'type-widened': compatible('The type has another name, and what was right still is.'),
  'form-refused': breaking('One of the forms is not taken any more.'),
  'form-accepted': compatible('Another form is taken.'),
  'form-answered': breaking('Another form may be answered.'),
  'form-gone': compatible('One of the forms is not answered any more.'),
  'arm-answered': compatible('Another object may be answered; unions are open.'),
  'mark-changed': breaking('Another field says which of the objects it is.'),
  'choice-refused': breaking('The value is not taken any more.'),
  'choice-accepted': compatible('Another value is taken.'),
  'choice-answered': compatible('Another value may be answered; choices are open.'),
  'choice-gone': compatible('The value is not answered any more.'),
  'value-narrowed': breaking('Less is taken than before.'),
  'value-widened': compatible('More is taken than before.'),
  'promise-changed': compatible('Bounds of what is answered are others.'),
  'format-changed': breaking('The text is of another format.'),
  'default-changed': breaking('What is taken where nothing is sent is another value.'),
} as const satisfies { readonly [code: string]: Sort };

export type DifferenceCode = keyof typeof sorts;

/** `sent` to the server, or `answered` by it; webhooks are answered too: they come from it. */
export type Direction = 'sent' | 'answered';

/** Where something stands, and which way it goes. */
export interface Place {
  readonly place: string;
  readonly direction: Direction;
}

/** One thing that is otherwise in one place. */
export interface Finding {
  readonly code: DifferenceCode;
  /** `GET /v1/tenants`, `Tenant.name`. */
  readonly place: string;
  readonly direction: Direction | null;
  readonly was: string | null;
  readonly is: string | null;
}

/** A finding, with all that it touches. */
export interface ApiDifference extends Finding {
  readonly rating: Sort['rating'];
  readonly meaning: string;
  /** The ids of the operations, events and kinds in which it is felt, in order. */
  readonly felt: readonly string[];
}

function breaking(meaning: string): Sort {
  return { rating: 'breaking', meaning };
}

function compatible(meaning: string): Sort {
  return { rating: 'compatible', meaning };
}
