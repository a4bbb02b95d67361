import type { ArchiveReader } from '../../../archive-reader-contract.ts';
import { openPlace } from './open-place.ts';
import { placeOf } from './place-of.ts';

/** What the component offers to the command line. */
export const archiveReader: ArchiveReader = {
  isLocation: (text) => /^(?:file:\/\/\/|s3:\/\/[^/]+\/).+$/u.test(text),
  async read(location, tools) {
    const { address, name } = placeOf(location);
    return (await openPlace(address, tools)).read(name);
  },
};
