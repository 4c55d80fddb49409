import { latin1 } from "./bytes.ts";
import { ensure, MisuseError } from "./errors.ts";
import type { Codec } from "./vector.ts";

/** One field of fixed length in a byte layout. */
export interface Field<T> {
  readonly lengthBytes: number;
  read(bytes: Uint8Array): T;
  write(value: T): Uint8Array;
}

type Fields = Readonly<Record<string, Field<unknown>>>;
/** The record a layout describes, inferred from its fields. */
export type RecordOf<F extends Fields> = { -readonly [K in keyof F]: F[K] extends Field<infer T> ? T : never };

/** A fixed layout: fields in order, nothing between them. */
export interface Layout<F extends Fields> extends Codec<RecordOf<F>> {
  readonly lengthBytes: number;
}

/** Builds decoder, encoder and record type from one table. Decoding demands the exact length and names the field. */
export function layout<const F extends Fields>(fields: F): Layout<F> {
  const rows = Object.entries(fields);
  const lengthBytes = rows.reduce((sum, [, field]) => sum + field.lengthBytes, 0);
  return {
    lengthBytes,
    decode(bytes) {
      if (bytes.length !== lengthBytes) {
        throw new MisuseError("length", `${bytes.length} bytes where the layout has ${lengthBytes}`);
      }
      let offset = 0;
      const record: Record<string, unknown> = {};
      for (const [name, field] of rows) {
        record[name] = field.read(bytes.subarray(offset, offset + field.lengthBytes));
        offset += field.lengthBytes;
      }
      return record as RecordOf<F>;
    },
    encode(record) {
      const bytes = new Uint8Array(lengthBytes);
      let offset = 0;
      for (const [name, field] of rows) {
        const part = field.write(record[name as keyof F]);
        ensure(part.length === field.lengthBytes, `field ${name} wrote ${part.length} bytes, not ${field.lengthBytes}`);
        bytes.set(part, offset);
        offset += part.length;
      }
      return bytes;
    },
  };
}

function unsigned(lengthBytes: number, littleEndian: boolean): Field<number> {
  return {
    lengthBytes,
    read: (bytes) => [...(littleEndian ? bytes.toReversed() : bytes)].reduce((sum, byte) => sum * 256 + byte, 0),
    write: (value) => {
      ensure(
        Number.isInteger(value) && value >= 0 && value < 256 ** lengthBytes,
        `${value} needs ${lengthBytes} bytes`,
      );
      const big = Uint8Array.from(
        { length: lengthBytes },
        (_, index) => Math.floor(value / 256 ** (lengthBytes - 1 - index)) % 256,
      );
      return littleEndian ? big.toReversed() : big;
    },
  };
}

/** One byte. */
export const u8 = unsigned(1, false);
/** Two bytes, most significant first. */
export const u16be = unsigned(2, false);
/** Four bytes, most significant first. */
export const u32be = unsigned(4, false);
/** Two bytes, least significant first. */
export const u16le = unsigned(2, true);
/** Four bytes, least significant first. */
export const u32le = unsigned(4, true);

/** `lengthBytes` bytes as they are. */
export function raw(lengthBytes: number): Field<Uint8Array> {
  return { lengthBytes, read: (bytes) => bytes.slice(), write: (value) => value };
}

/** Text of one byte a character, filled up on the right with blanks; the blanks are not part of the value. */
export function text(lengthBytes: number): Field<string> {
  return {
    lengthBytes,
    read: (bytes) => latin1(bytes).trimEnd(),
    write: (value) => {
      ensure(value.length <= lengthBytes, `"${value}" is longer than ${lengthBytes}`);
      return Uint8Array.from(Buffer.from(value.padEnd(lengthBytes, " "), "latin1"));
    },
  };
}
