import { ascii, concat, latin1 } from "../../simulator/kernel/bytes.ts";
import { type CivilDate, isCivilDate } from "../../simulator/kernel/civil-time.ts";
import { MisuseError } from "../../simulator/kernel/errors.ts";
import type { Codec } from "../../simulator/kernel/vector.ts";
import { decodeFirstTlv, decodeTlvs, encodeTlv } from "./ber-tlv.ts";

/** How a value becomes the bytes behind its tag. `read` throws a {@link MisuseError} when the bytes are none. */
export interface TlvKind<T> {
  read(bytes: Uint8Array, name: string): T;
  write(value: T): Uint8Array;
  /** Writes the length as `82 hi lo` though it would fit in less, as one file of the card does (my-number-card.md §1.5). */
  readonly wideLength?: true;
}

/** One entry: its tag and the kind of its value. */
export interface TlvEntry<T> {
  readonly tag: number;
  readonly kind: TlvKind<T>;
}

type Entries = Readonly<Record<string, TlvEntry<unknown>>>;
/** The record a table describes. */
export type TlvRecord<E extends Entries> = { -readonly [K in keyof E]: E[K] extends TlvEntry<infer T> ? T : never };

/** Bytes as they are. */
export const tlvBytes: TlvKind<Uint8Array> = { read: (bytes) => bytes, write: (value) => value };
/** Bytes behind a length of two bytes. */
export const tlvWideBytes: TlvKind<Uint8Array> = { ...tlvBytes, wideLength: true };
/** ASCII text. */
export const tlvAscii: TlvKind<string> = { read: (bytes) => latin1(bytes), write: (value) => ascii(value) };
/** UTF-8 text. */
export const tlvUtf8: TlvKind<string> = {
  read: (bytes) => Buffer.from(bytes).toString("utf8"),
  write: (value) => new Uint8Array(Buffer.from(value, "utf8")),
};
/** A day as eight ASCII digits. */
export const tlvDate: TlvKind<CivilDate> = {
  read(bytes, name) {
    const digits = latin1(bytes);
    if (!isCivilDate(digits)) throw new MisuseError(name, "is no date");
    return digits;
  },
  write: (value) => ascii(value),
};

const EXPONENT = encodeTlv(0x90, Uint8Array.of(0x01, 0x00, 0x01));
const MODULUS = 0x91;

/** An RSA public key: `90 03 010001 91 82 0100 modulus`; the value is the modulus (my-number-card.md §1.4). */
export const tlvPublicKey: TlvKind<Uint8Array> = {
  read: (bytes) => decodeTlvs(bytes).find(({ tag }) => tag === MODULUS)?.value ?? new Uint8Array(0),
  write: (modulus) => concat(EXPONENT, encodeTlv(MODULUS, modulus)),
};

/** One entry of a table. */
export const tlv = <T>(tag: number, kind: TlvKind<T>): TlvEntry<T> => ({ tag, kind });

const tagText = (tag: number): string => tag.toString(16).toUpperCase();

/**
 * A file that is one template of entries in order. With `offsetsTag` the first entry is a table of 16-bit offsets, one
 * for each that follows, counted from the first byte of the file to its tag (my-number-card.md §1.4, §1.5); reading
 * does not need it. `name` is what errors call the file.
 */
export function tlvTable<const E extends Entries>(
  name: string,
  outerTag: number,
  entries: E,
  offsetsTag?: number,
): Codec<TlvRecord<E>> {
  const rows = Object.entries(entries);
  return {
    decode(bytes) {
      const outer = decodeFirstTlv(bytes);
      if (outer.tag !== outerTag) throw new MisuseError(name, `the file does not begin with ${tagText(outerTag)}`);
      const values = new Map(decodeTlvs(outer.value).map(({ tag, value }) => [tag, value]));
      const record: Record<string, unknown> = {};
      for (const [key, { tag, kind }] of rows) {
        const value = values.get(tag);
        if (value === undefined) throw new MisuseError(name, `entry ${tagText(tag)} is missing`);
        record[key] = kind.read(value, `${name}, entry ${tagText(tag)}`);
      }
      return record as TlvRecord<E>;
    },
    encode(record) {
      const written = rows.map(([key, { tag, kind }]) => {
        const value = kind.write(record[key as keyof E]);
        return kind.wideLength === true ? withWideLength(tag, value) : encodeTlv(tag, value);
      });
      return encodeTlv(
        outerTag,
        ...(offsetsTag === undefined ? [] : [offsets(offsetsTag, outerTag, written)]),
        ...written,
      );
    },
  };
}

function withWideLength(tag: number, value: Uint8Array): Uint8Array {
  return concat(Uint8Array.of(tag >> 8, tag & 255, 0x82, value.length >> 8, value.length & 255), value);
}

/** The table of offsets; the outer header grows with what it holds, and the offsets with the header. */
function offsets(tag: number, outerTag: number, written: readonly Uint8Array[]): Uint8Array {
  const tableBytes = encodeTlv(tag, new Uint8Array(2 * written.length)).length;
  const bodyBytes = tableBytes + written.reduce((sum, entry) => sum + entry.length, 0);
  let offset = encodeTlv(outerTag, new Uint8Array(bodyBytes)).length - bodyBytes + tableBytes;
  const table = written.flatMap((entry) => {
    const here = offset;
    offset += entry.length;
    return [here >> 8, here & 255];
  });
  return encodeTlv(tag, Uint8Array.from(table));
}
