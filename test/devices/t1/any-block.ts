import fc from "fast-check";
import type { T1Block } from "../../../devices/t1/block.ts";

const bit = fc.constantFrom(0 as const, 1 as const);
const oneByte = fc.uint8Array({ minLength: 1, maxLength: 1 });
const nothing = fc.constant(new Uint8Array(0));
const side = fc.constantFrom("S-request" as const, "S-response" as const);

/** Every block there is. */
export const anyBlock: fc.Arbitrary<T1Block> = fc.oneof(
  fc.record({
    kind: fc.constant("I" as const),
    ns: bit,
    more: fc.boolean(),
    inf: fc.uint8Array({ maxLength: 254 }),
  }),
  fc.record({ kind: fc.constant("R" as const), nr: bit, error: fc.constantFrom("none", "edc", "other") }),
  fc.record({ kind: side, name: fc.constantFrom("RESYNCH" as const, "ABORT" as const), inf: nothing }),
  fc.record({ kind: side, name: fc.constantFrom("IFS" as const, "WTX" as const), inf: oneByte }),
);
