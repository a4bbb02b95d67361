/** A JSON value. Written here once more because this folder stands on its own. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };
