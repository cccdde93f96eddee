// @ts-check
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { crc32 } from 'node:zlib';

/** The dashboard in Superset's own export form, kept by hand. */
export const DASHBOARD = fileURLToPath(new URL('../../bi/superset/imr-dashboard', import.meta.url));

/** What users import: the same files, packed. */
export const ARCHIVE = `${DASHBOARD}.zip`;

/** 1 January 1980, the first day that zip archives know: the same files give the same bytes on any day. */
const FIRST_DAY = 0x21;
const UTF8_NAMES = 0x800;
const VERSION = 20;

/**
 * The files of a folder as a zip archive, sorted and stored as they are, below a folder of the same name.
 * @param {string} folder
 * @returns {Buffer}
 */
export function packed(folder = DASHBOARD) {
  const members = filesOf(folder).map((path) => ({
    name: Buffer.from(`${basename(folder)}/${relative(folder, path).split(sep).join('/')}`),
    content: readFileSync(path),
  }));
  const bodies = [];
  const directory = [];
  let offset = 0;
  for (const { name, content } of members) {
    const common = commonHeader(name, content);
    const body = Buffer.concat([Buffer.from('PK\x03\x04'), common, name, content]);
    bodies.push(body);
    directory.push(directoryEntry(common, name, offset));
    offset += body.length;
  }
  return Buffer.concat([...bodies, ...directory, endOf(directory, offset)]);
}

/**
 * @param {string} folder
 * @returns {string[]} sorted by their names as they are, whatever the language of the machine
 */
function filesOf(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort((a, b) => (a < b ? -1 : 1));
}

/**
 * What the header of a member and its entry in the directory have in common.
 * @param {Buffer} name
 * @param {Buffer} content
 */
function commonHeader(name, content) {
  const header = Buffer.alloc(26);
  header.writeUInt16LE(VERSION, 0);
  header.writeUInt16LE(UTF8_NAMES, 2);
  header.writeUInt16LE(FIRST_DAY, 8);
  header.writeUInt32LE(crc32(content), 10);
  header.writeUInt32LE(content.length, 14);
  header.writeUInt32LE(content.length, 18);
  header.writeUInt16LE(name.length, 22);
  return header;
}

/**
 * @param {Buffer} common
 * @param {Buffer} name
 * @param {number} offset of the member in the archive
 */
function directoryEntry(common, name, offset) {
  const rest = Buffer.alloc(14);
  rest.writeUInt32LE(offset, 10);
  return Buffer.concat([Buffer.from('PK\x01\x02'), Buffer.from([VERSION, 0]), common, rest, name]);
}

/**
 * @param {readonly Buffer[]} directory
 * @param {number} offset of the directory in the archive
 */
function endOf(directory, offset) {
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(directory.length, 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}
