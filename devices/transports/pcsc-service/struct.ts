import { type Field, type Layout, layout, type RecordOf } from "../../../simulator/kernel/layout.ts";
import type { Vector } from "../../../simulator/kernel/vector.ts";

type Fields = Readonly<Record<string, Field<unknown>>>;

/** One struct of the protocol. `at` has the offset of each field, for those who read it where it lies. */
export interface Struct<F extends Fields> {
  readonly codec: Layout<F>;
  readonly lengthBytes: number;
  readonly at: { readonly [K in keyof F]: number };
  readonly vectors: readonly Vector<RecordOf<F>>[];
}

/** A struct from its fields in order and the vectors that prove it. */
export function struct<const F extends Fields>(fields: F, ...vectors: readonly Vector<RecordOf<F>>[]): Struct<F> {
  const codec = layout(fields);
  const at: Record<string, number> = {};
  let offset = 0;
  for (const [name, field] of Object.entries(fields)) {
    at[name] = offset;
    offset += field.lengthBytes;
  }
  return { codec, lengthBytes: codec.lengthBytes, at: at as { [K in keyof F]: number }, vectors };
}

/** UTF-8 text, ended and filled up by zeros. */
export function cString(lengthBytes: number): Field<string> {
  return {
    lengthBytes,
    read: (bytes) => readCString(bytes),
    write: (value) => {
      const bytes = new Uint8Array(lengthBytes);
      bytes.set(Buffer.from(value, "utf8"));
      return bytes;
    },
  };
}

/** Text up to the first zero, or to the end when there is none. */
export function readCString(bytes: Uint8Array): string {
  const end = bytes.indexOf(0);
  return Buffer.from(end < 0 ? bytes : bytes.subarray(0, end)).toString("utf8");
}
