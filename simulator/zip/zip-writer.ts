import { crc32 } from "node:zlib";
import { deflateSync } from "fflate";
import { SALT_BYTES, sealAes } from "./aes-entry.ts";

/** How an archive is encrypted. The salt must be new for every file. */
export interface ZipSeal {
  readonly password: string;
  /** 16 bytes. */
  readonly salt: Uint8Array;
}

/** Bytes of salt a {@link ZipSeal} takes. */
export { SALT_BYTES };

const [LOCAL, CENTRAL, END] = [0x04034b50, 0x02014b50, 0x06054b50];
const [DEFLATED, AES] = [8, 99];
/** Version needed: 2.0 for deflate, 5.1 for AES. */
const [VERSION_PLAIN, VERSION_AES] = [20, 51];
const [ENCRYPTED, UTF8_NAME] = [1, 0x0800];
/** 1980-01-01: the same file must give the same bytes on any day. */
const [TIME, DATE] = [0, 0x21];
/** WinZip's field: id, 7 bytes, AE-2, "AE", strength 3 (AES-256), and the compression under it. */
const AES_EXTRA = Buffer.from([0x01, 0x99, 7, 0, 2, 0, 0x41, 0x45, 3, DEFLATED, 0]);

/**
 * An archive of one file: deflated; with a seal AES-256 as WinZip's AE-2 (receipt-system-interface.md §8.6, ours). The same
 * bytes everywhere: fflate compresses, because zlib's output differs between versions of Node.
 */
export function zipOf(name: string, bytes: Uint8Array, seal?: ZipSeal): Uint8Array {
  const packed = deflateSync(bytes, { level: 6 });
  const data = seal === undefined ? packed : sealAes(packed, seal.password, seal.salt);
  const nameBytes = Buffer.from(name, "utf8");
  const extra = seal === undefined ? Buffer.alloc(0) : AES_EXTRA;
  const common = Buffer.alloc(26);
  common.writeUInt16LE(seal === undefined ? VERSION_PLAIN : VERSION_AES, 0);
  common.writeUInt16LE(UTF8_NAME | (seal === undefined ? 0 : ENCRYPTED), 2);
  common.writeUInt16LE(seal === undefined ? DEFLATED : AES, 4);
  common.writeUInt16LE(TIME, 6);
  common.writeUInt16LE(DATE, 8);
  common.writeUInt32LE(seal === undefined ? crc32(bytes) : 0, 10); // AE-2 keeps none: it would give the content away
  common.writeUInt32LE(data.length, 14);
  common.writeUInt32LE(bytes.length, 18);
  common.writeUInt16LE(nameBytes.length, 22);
  common.writeUInt16LE(extra.length, 24);
  const local = Buffer.concat([number32(LOCAL), common, nameBytes, extra, data]);
  const madeBy = Buffer.from([VERSION_AES, 0]);
  // Comment, disk, attributes, and the local header at 0.
  const central = Buffer.concat([number32(CENTRAL), madeBy, common, Buffer.alloc(14), nameBytes, extra]);
  return Buffer.concat([local, central, endRecord(local.length, central.length)]);
}

function number32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

function endRecord(directoryAt: number, directoryBytes: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(END, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(directoryBytes, 12);
  end.writeUInt32LE(directoryAt, 16);
  return end;
}
