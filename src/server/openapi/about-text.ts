/** What every document says before anything else: what is the same of all operations. */
export const aboutText = `Bodies are JSON; instants are RFC 3339 in UTC. New fields, codes and values of \`enum\` may come with any version: clients bear them.

**Errors** have one form, \`ApiError\`, and a code; \`x-error-codes\` says which may come. \`Dream-Should-Retry\` says whether sending the same request again may help, \`Retry-After\` when.

**Idempotency**: what changes something takes an \`Idempotency-Key\`. The same request with the same key has its effect once within 24 hours; later ones get the first answer, with \`Idempotent-Replayed: true\`.

**Lists** say by \`x-pagination\` how to go on. In the form \`offset\` there are pages by number, and \`pagination.hasNext\` says whether there is another. In the form \`cursor\` an answer has \`nextCursor\` for the next request; a part may be empty and still say \`hasMore\`.`;
