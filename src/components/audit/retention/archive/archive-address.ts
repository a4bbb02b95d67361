/** What archives can be written to: a folder, or a bucket with what may stand before the names in it. */
export const archiveAddress = /^(?:file:\/\/\/.+|s3:\/\/[a-z0-9][a-z0-9.-]{1,61}[a-z0-9](?:\/.*)?)$/u;
