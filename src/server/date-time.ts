/**
 * `date-time` in a schema of ours is a moment that a `Date` can hold: what RFC 3339 allows, but for leap seconds
 * (`23:59:60`), which no clock of ours has. Every request with one is refused in the same words, whatever the field.
 *
 * This format is for moments that others tell us of after the fact and that cannot be refused for how their clock
 * runs: all that the standard allows. Whoever uses it reads them with care, since `Date` gives no time for some. In
 * the OpenAPI document it is `date-time` too.
 */
export const reportedDateTime = 'reported-date-time';
