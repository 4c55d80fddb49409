import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DEFAULT_TIMEOUT_S } from "../../../devices/ccid-secure/constants.ts";
import { pinVerification, pinVerificationVectors } from "../../../devices/ccid-secure/frame.ts";
import { parsePinRequest } from "../../../devices/ccid-secure/parser.ts";
import { insertPins } from "../../../devices/ccid-secure/pin-block.ts";
import { writePinRequest } from "../../../devices/ccid-secure/writer.ts";
import { concat, fromHex, toHex } from "../../../simulator/kernel/bytes.ts";

/** "Secure verify seq 06" of firmware-validation.md §2, without its header. */
const EXAMPLE = "00 1E 82 04 00 04 04 02 01 11 04 00 00 00 00 00 20 00 80 04 FF FF FF FF";
const VERIFY = fromHex("00 20 00 80 04 FF FF FF FF");

/** The example with other bytes from an offset of the data on. */
function changed(from: number, bytes: string): Uint8Array {
  const data = fromHex(EXAMPLE);
  data.set(fromHex(bytes), from);
  return data;
}

/** Requests that make no sense, and the byte of the message that bError names: data begin at byte 10. */
const refused: readonly { readonly title: string; readonly data: Uint8Array; readonly badByte: number }[] = [
  { title: "nothing at all", data: new Uint8Array(0), badByte: 10 },
  { title: "modification, which no counter reader offers", data: changed(0, "01"), badByte: 10 },
  { title: "modification without a whole structure", data: Uint8Array.of(1, 2, 3), badByte: 10 },
  { title: "a binary PIN", data: changed(2, "80"), badByte: 12 },
  { title: "a reserved PIN type", data: changed(2, "83"), badByte: 12 },
  { title: "no digits at all", data: changed(5, "00 00"), badByte: 15 },
  { title: "more digits at least than at most", data: changed(5, "04 05"), badByte: 15 },
  { title: "a structure without its end", data: fromHex(EXAMPLE).slice(0, 14), badByte: 25 },
  { title: "a structure without a command", data: fromHex(EXAMPLE).slice(0, 15), badByte: 25 },
  { title: "a command without its header", data: fromHex(EXAMPLE).slice(0, 18), badByte: 25 },
  { title: "a command whose data end too early", data: fromHex(EXAMPLE).slice(0, -1), badByte: 25 },
  { title: "a command too small for the shortest PIN", data: changed(19, "03"), badByte: 25 },
  { title: "a PIN of more digits than its block has bytes", data: changed(3, "03"), badByte: 25 },
];

describe("PC_to_RDR_Secure", () => {
  it.each(pinVerificationVectors)("$title has these bytes, both ways", ({ bytes, value }) => {
    expect(pinVerification.decode(fromHex(bytes))).toEqual(value);
    expect(toHex(pinVerification.encode(value))).toBe(toHex(fromHex(bytes)));
  });

  it("is read as the example of the reference says", () => {
    expect(parsePinRequest(fromHex(EXAMPLE))).toEqual({
      timeoutMs: 30_000,
      minDigits: 4,
      maxDigits: 4,
      endsAtMaxDigits: false,
      format: { formatString: 0x82, pinBlockString: 0x04, pinLengthFormat: 0 },
      prologue: fromHex("00 00 00"),
      command: VERIFY,
    });
  });

  it("is written as a terminal asks", () => {
    const data = writePinRequest({ timeoutS: 30, minDigits: 4, maxDigits: 4, command: VERIFY });
    expect(toHex(data)).toBe(toHex(fromHex(EXAMPLE)));
  });

  it("leaves the time to the reader where it says none", () => {
    expect(parsePinRequest(changed(1, "00"))).toMatchObject({ timeoutMs: DEFAULT_TIMEOUT_S * 1_000 });
  });

  it("may have the entry end at its last digit", () => {
    expect(parsePinRequest(changed(7, "03"))).toMatchObject({ endsAtMaxDigits: true });
  });

  it.each(refused)("with $title names byte $badByte", ({ data, badByte }) => {
    expect(parsePinRequest(data)).toEqual({ badByte });
  });

  it("is a request that can take its shortest PIN, or a byte of itself that is wrong, whatever comes", () => {
    const halfTrue = fc
      .tuple(fc.uint8Array({ minLength: 1, maxLength: 8 }), fc.nat(23))
      .map(([bytes, from]) => concat(fromHex(EXAMPLE).subarray(0, from), bytes, fromHex(EXAMPLE).subarray(from)));
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 300 }), halfTrue), (data) => {
        const read = parsePinRequest(data);
        if ("badByte" in read) expect([10, 12, 15, 25]).toContain(read.badByte);
        else {
          const pins = [{ digits: "0".repeat(read.minDigits), offsetBytes: 0 }];
          expect(insertPins(read.command, read.format, pins)).toBeDefined();
        }
      }),
    );
  });
});
