import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { insertPins, isKnownFormat } from "../../../devices/ccid-secure/pin-block.ts";
import { fromHex, toHex } from "../../../simulator/kernel/bytes.ts";

/** Format bytes as OpenSC sends them: ASCII, position in bytes 0, no block, no length field. */
const ASCII = { formatString: 0x82, pinBlockString: 0x00, pinLengthFormat: 0x00 };

const rows = [
  {
    title: "ASCII, no data in the command",
    format: ASCII,
    command: "00200080",
    digits: "1234",
    whole: "002000800431323334",
  },
  { title: "ASCII, Lc 0", format: ASCII, command: "0020008000", digits: "12345", whole: "00200080053132333435" },
  {
    title: "ASCII, padded by the program, no block size",
    format: ASCII,
    command: "0020008008FFFFFFFFFFFFFFFF",
    digits: "1234",
    whole: "002000800831323334FFFFFFFF",
  },
  {
    title: "ASCII, block of 8 and nothing sent for it",
    format: { ...ASCII, pinBlockString: 0x08 },
    command: "0020008000",
    digits: "1234",
    whole: "002000800831323334FFFFFFFF",
  },
  {
    title: "ASCII, block of 8 padded with zeros",
    format: { ...ASCII, pinBlockString: 0x08 },
    command: "00200080080000000000000000",
    digits: "123456",
    whole: "00200080083132333435360000",
  },
  {
    title: "ASCII from the second byte on, Le behind",
    format: { ...ASCII, formatString: 0x8a },
    command: "0020008005AA0000000000",
    digits: "1234",
    whole: "0020008005AA3132333400",
  },
  {
    title: "ASCII, right-justified",
    format: { ...ASCII, formatString: 0x86, pinBlockString: 0x08 },
    command: "0020008008FFFFFFFFFFFFFFFF",
    digits: "1234",
    whole: "0020008008FFFFFFFF31323334",
  },
  {
    title: "ASCII, length of the PIN in the byte before it",
    format: { formatString: 0x8a, pinBlockString: 0x84, pinLengthFormat: 0x10 },
    command: "00200080050000000000",
    digits: "1234",
    whole: "00200080050431323334",
  },
  {
    title: "BCD with control and length nibbles, as GlobalPlatform has it",
    format: { formatString: 0x41, pinBlockString: 0x47, pinLengthFormat: 0x04 },
    command: "002000800820FFFFFFFFFFFFFF",
    digits: "12345",
    whole: "002000800825 12345FFFFFFFFF",
  },
];

describe("a PIN in its command", () => {
  it.each(rows)("$title", ({ format, command, digits, whole }) => {
    const made = insertPins(fromHex(command), format, [{ digits, offsetBytes: 0 }]);
    expect(made && toHex(made)).toBe(whole.replaceAll(" ", ""));
  });

  it("two PINs stand where their offsets say", () => {
    const pins = [
      { digits: "1111", offsetBytes: 0 },
      { digits: "2222", offsetBytes: 8 },
    ];
    const made = insertPins(fromHex(`0024000010${"FF".repeat(16)}`), ASCII, pins);
    expect(made && toHex(made)).toBe("002400001031313131FFFFFFFF32323232FFFFFFFF");
  });

  it("is refused when it does not fit the block, the command or the format", () => {
    const digits = "123456789";
    expect(insertPins(fromHex("0020008008FFFFFFFFFFFFFFFF"), ASCII, [{ digits, offsetBytes: 0 }])).toBeUndefined();
    expect(
      insertPins(fromHex("00200080"), { ...ASCII, pinBlockString: 8 }, [{ digits, offsetBytes: 0 }]),
    ).toBeUndefined();
    expect(insertPins(fromHex("0020008008FF"), ASCII, [{ digits: "1", offsetBytes: 0 }])).toBeUndefined();
    expect(isKnownFormat({ ...ASCII, formatString: 0x80 })).toBe(false);
  });

  it("any command and any format give a command or a refusal, and never a byte too many", () => {
    const byte = fc.nat(255);
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 270 }),
        fc.record({ formatString: byte, pinBlockString: byte, pinLengthFormat: byte }),
        fc.array(fc.record({ digits: fc.stringMatching(/^[0-9]{0,16}$/), offsetBytes: byte }), {
          minLength: 1,
          maxLength: 2,
        }),
        (command, format, pins) => {
          const made = insertPins(command, format, pins);
          if (made === undefined) return;
          expect(made.subarray(0, 4)).toEqual(command.subarray(0, 4));
          expect(made.length).toBe(5 + (made[4] ?? 0) + Math.max(0, command.length - 5 - (command[4] ?? 0)));
        },
      ),
    );
  });
});
