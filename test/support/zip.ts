import { crc32, deflateRawSync } from 'node:zlib';

/** A member of a zip archive, with what may be wrong about it. */
export interface MemberFields {
  readonly content: string | Uint8Array;
  /** Deflated unless true. */
  readonly stored?: boolean;
  /** What the directory says in place of the truth. */
  readonly method?: number;
  readonly size?: number;
  readonly packedSize?: number;
  readonly crc?: number;
  readonly flags?: number;
  /** Upper half of the external attributes, as Unix writes them. */
  readonly mode?: number;
}

type Content = MemberFields | string | Uint8Array;

const UTF8_NAME = 0x800;
/** General purpose flag of a member that is locked by a password. */
export const LOCKED = 0x1;

/** The bytes of a zip archive with these members, in this order; `entries` is the number that it says it has. */
export function zipOf(members: Readonly<Record<string, Content>>, entries?: number): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, given] of Object.entries(members)) {
    const { local, central } = memberOf(Buffer.from(name), fieldsOf(given), offset);
    bodies.push(local);
    directory.push(central);
    offset += local.length;
  }
  const count = entries ?? directory.length;
  return Buffer.concat([...bodies, ...directory, endOf(count, Buffer.concat(directory).length, offset)]);
}

function fieldsOf(given: Content): MemberFields {
  return typeof given === 'string' || given instanceof Uint8Array ? { content: given } : given;
}

function memberOf(name: Buffer, fields: MemberFields, offset: number): { local: Buffer; central: Buffer } {
  const content = Buffer.from(fields.content);
  const packed = fields.stored ? content : deflateRawSync(content);
  const common = Buffer.alloc(26);
  common.writeUInt16LE(20, 0);
  common.writeUInt16LE(UTF8_NAME | (fields.flags ?? 0), 2);
  common.writeUInt16LE(fields.method ?? (fields.stored ? 0 : 8), 4);
  common.writeUInt32LE(fields.crc ?? crc32(content), 10);
  common.writeUInt32LE(fields.packedSize ?? packed.length, 14);
  common.writeUInt32LE(fields.size ?? content.length, 18);
  common.writeUInt16LE(name.length, 22);
  const end = Buffer.alloc(14);
  end.writeUInt32LE(((fields.mode ?? 0) << 16) >>> 0, 6);
  end.writeUInt32LE(offset, 10);
  const made = Buffer.from([20, 3]);
  return {
    local: Buffer.concat([Buffer.from('PK\x03\x04'), common, name, packed]),
    central: Buffer.concat([Buffer.from('PK\x01\x02'), made, common, end, name]),
  };
}

function endOf(count: number, size: number, offset: number): Buffer {
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}
