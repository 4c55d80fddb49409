import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { keepWireBytes } from "../../../harness/firmware/wire.ts";
import { fromHex, toHex } from "../../../simulator/kernel/bytes.ts";

type Line = Parameters<typeof keepWireBytes>[0];

/** Rows: what crosses, and what the evidence keeps of it. */
const rows: readonly (readonly [title: string, line: Line["line"], from: Line["from"], bytes: string, kept: string])[] =
  [
    [
      "VERIFY in an XfrBlock",
      "host",
      "harness",
      "03 06 6F 09 00 00 00 00 05 00 00 00 00 20 00 80 04 31 32 33 34 C6",
      "03066F0900000000050000000020008004«pin»C6",
    ],
    [
      "VERIFY by short EF id in a block of T=1",
      "bench",
      "reader",
      "00 0F 03 00 00 00 09 00 20 00 98 04 31 32 33 34 B3",
      "000F03000000090020009804«pin»B3",
    ],
    [
      "PC_to_RDR_Secure with room for a PIN nobody typed yet",
      "host",
      "harness",
      "03 06 69 18 00 00 00 00 06 00 00 00 00 1E 82 04 00 04 04 02 01 11 04 00 00 00 00 00 20 00 80 04 FF FF FF FF 58",
      "030669180000000006000000001E820400040402011104000000000020008004FFFFFFFF58",
    ],
    ["a digit key", "bench", "harness", "00 03 86 00 37", "00038600«pin»"],
    ["the enter key", "bench", "harness", "00 03 86 00 0D", "000386000D"],
    ["digits in a log line", "bench", "reader", "00 0A 07 00 50 49 4E 20 31 32 33 34", "000A070050494E20«pin»"],
    ["digits on the screen", "bench", "reader", "00 06 06 00 31 32 33 34", "00060600«pin»"],
    [
      "digits as hexadecimal text, with blanks",
      "bench",
      "reader",
      "00 0D 07 00 33 35 20 33 36 20 33 37 20 33 38",
      "000D0700«pin»",
    ],
    ["digits in the working memory", "bench", "reader", "00 06 43 00 31 32 33 34", "00064300«pin»"],
    [
      "digits in an answer",
      "host",
      "reader",
      "03 06 80 06 00 00 00 00 02 00 00 00 31 32 33 34 90 00 11",
      "030680060000000002000000«pin»900011",
    ],
    ["tries left on the screen", "bench", "reader", "00 05 06 00 37 20 2A", "0005060037202A"],
  ];

describe("evidence of the lines of a bench", () => {
  it.each(rows)("keeps %s as it may be kept", (_title, line, from, bytes, kept) => {
    const { message, marks } = keepWireBytes({ line, from, bytes: fromHex(bytes) });
    expect(message).toEqual({ line, from, hex: kept });
    expect(marks).toEqual(kept.includes("«") ? ["pin"] : []);
  });

  it("hides the PIN of a VERIFY wherever it lies, whatever stands around it", () => {
    const digits = fc.stringMatching(/^[0-9]{4,16}$/);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), digits, fc.uint8Array({ maxLength: 40 }), (before, pin, after) => {
        const data = Buffer.from(pin, "latin1");
        const bytes = Buffer.concat([before, Buffer.from([0x00, 0x20, 0x00, 0x80, data.length]), data, after]);
        const { message } = keepWireBytes({ line: "host", from: "harness", bytes });
        expect(message.hex).not.toContain(`00200080${toHex(Uint8Array.of(data.length))}${toHex(data)}`);
      }),
    );
  });

  it("changes nothing of bytes in which no digits lie", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
        const free = bytes.map((byte) => byte | 0x80);
        expect(keepWireBytes({ line: "host", from: "reader", bytes: free }).message.hex).toBe(toHex(free));
      }),
    );
  });
});
