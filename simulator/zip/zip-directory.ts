/** An entry as the central directory tells it (PKWARE APPNOTE §4.3.12). */
export interface ZipEntry {
  readonly name: string;
  readonly encrypted: boolean;
  /** 0 stored, 8 deflated; 99 while the AES field says which. */
  readonly method: number;
  readonly crc: number;
  readonly sizeBytes: number;
  /** Byte by which ZipCrypto tells a wrong password. */
  readonly check: number;
  /** WinZip's AES field: strength and the method under the encryption. */
  readonly aes?: { readonly strength: number; readonly method: number; readonly version: number };
  /** As it lies in the file: compressed, and encrypted where the flag says so. */
  readonly data: Uint8Array;
}

const END_BYTES = 22;
const LONGEST_COMMENT = 0xffff;
const [END, CENTRAL, LOCAL] = [0x06054b50, 0x02014b50, 0x04034b50];
const CENTRAL_BYTES = 46;
const LOCAL_BYTES = 30;
const AES_FIELD = 0x9901;
const AES_METHOD = 99;
/** Data lengths stand behind the data (flag bit 3); ZipCrypto then checks against the time, not the CRC. */
const LENGTHS_BEHIND = 8;

/** The entries of a zip; undefined when it is none or broken, and none of them is looked at when they are too many. */
export function readDirectory(bytes: Uint8Array, maxEntries: number): readonly ZipEntry[] | "too-many" | undefined {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(file);
  if (end === undefined) return undefined;
  const count = file.readUInt16LE(end + 10);
  if (count > maxEntries) return "too-many";
  const entries: ZipEntry[] = [];
  let at = file.readUInt32LE(end + 16);
  for (let index = 0; index < count; index++) {
    if (at + CENTRAL_BYTES > end || file.readUInt32LE(at) !== CENTRAL) return undefined;
    const entry = readEntry(file, at, end);
    if (entry === undefined) return undefined;
    entries.push(entry);
    at += CENTRAL_BYTES + file.readUInt16LE(at + 28) + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  return entries;
}

/** The comment behind the end record may hold its signature too; so the one is meant that leads to the file's very end. */
function findEnd(file: Buffer): number | undefined {
  const lowest = Math.max(0, file.length - END_BYTES - LONGEST_COMMENT);
  let last: number | undefined;
  for (let at = file.length - END_BYTES; at >= lowest; at--) {
    if (file.readUInt32LE(at) !== END) continue;
    if (at + END_BYTES + file.readUInt16LE(at + 20) === file.length) return at;
    last ??= at;
  }
  return last;
}

function readEntry(file: Buffer, at: number, end: number): ZipEntry | undefined {
  const [flags, method, time, crc] = [
    file.readUInt16LE(at + 8),
    file.readUInt16LE(at + 10),
    file.readUInt16LE(at + 12),
    file.readUInt32LE(at + 16),
  ];
  const [packed, sizeBytes, nameBytes, extraBytes] = [
    file.readUInt32LE(at + 20),
    file.readUInt32LE(at + 24),
    file.readUInt16LE(at + 28),
    file.readUInt16LE(at + 30),
  ];
  const data = dataAt(file, file.readUInt32LE(at + 42), packed, end);
  const name = at + CENTRAL_BYTES;
  if (data === undefined || name + nameBytes + extraBytes > end) return undefined;
  const aes = aesField(file.subarray(name + nameBytes, name + nameBytes + extraBytes));
  if ((method === AES_METHOD) !== (aes !== undefined)) return undefined;
  return {
    name: file.toString("utf8", name, name + nameBytes),
    encrypted: (flags & 1) !== 0,
    method,
    crc,
    sizeBytes,
    check: (flags & LENGTHS_BEHIND) === 0 ? crc >>> 24 : time >>> 8,
    ...(aes === undefined ? {} : { aes }),
    data,
  };
}

function dataAt(file: Buffer, local: number, packed: number, end: number): Uint8Array | undefined {
  if (local + LOCAL_BYTES > end || file.readUInt32LE(local) !== LOCAL) return undefined;
  const start = local + LOCAL_BYTES + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28);
  return start + packed > end ? undefined : file.subarray(start, start + packed);
}

function aesField(extra: Buffer): ZipEntry["aes"] {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== AES_FIELD || at + 11 > extra.length) continue;
    return { version: extra.readUInt16LE(at + 4), strength: extra[at + 8] ?? 0, method: extra.readUInt16LE(at + 9) };
  }
  return undefined;
}
