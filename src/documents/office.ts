import { ImrError } from '../common/errors.js';
import type { RandomAccess } from './open-file.js';
import { Zip } from './zip.js';

/** Files of office programs have a few hundred parts; the ones that tell are looked for among so many. */
const PARTS_LOOKED_AT = 1000;

/** Parts that tell what kind of office file a zip is. `mimetype` is what OpenDocument files begin with. */
const TELLING_PARTS = ['[Content_Types].xml', 'word/document.xml', 'mimetype'];

/**
 * Whether a zip is the file of an office program (such as .docx), and not an archive of letters.
 * @throws {ImrError} DAMAGED_DOCX or DAMAGED_ARCHIVE, as its name says.
 */
export async function isOfficeFile(file: RandomAccess, path: string): Promise<boolean> {
  const zip = await Zip.open(file, /\.docx$/i.test(path) ? 'DAMAGED_DOCX' : 'DAMAGED_ARCHIVE');
  let count = 0;
  try {
    for await (const { name } of zip.members()) {
      if (TELLING_PARTS.includes(name)) return true;
      if (++count === PARTS_LOOKED_AT) break;
    }
  } catch (error) {
    // A directory that breaks off is reported when the members before have been read.
    if (!(error instanceof ImrError)) throw error;
  }
  return false;
}
