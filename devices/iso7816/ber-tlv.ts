import { concat } from "../../simulator/kernel/bytes.ts";
import { MisuseError } from "../../simulator/kernel/errors.ts";

/** One data object: tag as written (one or two bytes), value without tag and length. ISO/IEC 7816-4 §5.2. */
export interface Tlv {
  readonly tag: number;
  readonly value: Uint8Array;
  /** Offset of the tag from the first byte that was parsed. */
  readonly offset: number;
}

/** Tag, length in the shortest form, value. */
export function encodeTlv(tag: number, ...values: readonly Uint8Array[]): Uint8Array {
  const value = concat(...values);
  const n = value.length;
  const length = n < 0x80 ? [n] : n < 0x100 ? [0x81, n] : [0x82, n >> 8, n & 255];
  return concat(Uint8Array.from([...(tag > 0xff ? [tag >> 8] : []), tag & 255, ...length]), value);
}

/** The objects in `bytes`, one level deep. Throws a {@link MisuseError} that names the offset when they do not add up. */
export function decodeTlvs(bytes: Uint8Array): readonly Tlv[] {
  const objects: Tlv[] = [];
  let at = 0;
  while (at < bytes.length) {
    const object = decodeAt(bytes, at);
    objects.push(object.tlv);
    at = object.end;
  }
  return objects;
}

/** The first object in `bytes`; what follows it (padding of a physical file) is left alone. */
export function decodeFirstTlv(bytes: Uint8Array): Tlv {
  return decodeAt(bytes, 0).tlv;
}

function decodeAt(bytes: Uint8Array, offset: number): { tlv: Tlv; end: number } {
  const wrong = (what: string): MisuseError => new MisuseError("TLV", `${what} at offset ${offset}`);
  let at = offset;
  const next = (what: string): number => {
    const byte = bytes[at++];
    if (byte === undefined) throw wrong(`the bytes end inside the ${what}`);
    return byte;
  };
  let tag = next("tag");
  if ((tag & 0x1f) === 0x1f) tag = (tag << 8) | next("tag");
  let length = next("length");
  if (length === 0x81) length = next("length");
  else if (length === 0x82) length = (next("length") << 8) | next("length");
  else if (length > 0x7f) throw wrong(`length form ${length.toString(16)} is not used here`);
  if (at + length > bytes.length) throw wrong(`the value is ${length} bytes long but only ${bytes.length - at} follow`);
  return { tlv: { tag, value: bytes.slice(at, at + length), offset }, end: at + length };
}
