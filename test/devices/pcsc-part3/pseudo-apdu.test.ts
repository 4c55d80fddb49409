import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { encodeResponse } from "../../../devices/iso7816/apdu.ts";
import { answerPseudoApdu, answerVectors } from "../../../devices/pcsc-part3/answer.ts";
import { pseudoApduVectors } from "../../../devices/pcsc-part3/frame.ts";
import { parsePseudoApdu } from "../../../devices/pcsc-part3/parser.ts";
import { writePseudoApdu } from "../../../devices/pcsc-part3/writer.ts";
import { fromHex, toHex } from "../../../simulator/kernel/bytes.ts";

const card = { uid: fromHex("01020304"), history: fromHex("A0A1") };
const said = (command: string, known: typeof card | { uid: Uint8Array } = card): string | undefined => {
  const answer = answerPseudoApdu(fromHex(command), known);
  return answer === undefined ? undefined : toHex(encodeResponse(answer));
};

describe("a command for the reader itself (PC/SC part 3)", () => {
  it.each(pseudoApduVectors.map((vector) => [vector.title, vector] as const))(
    "%s, is read and written",
    (_title, row) => {
      expect(parsePseudoApdu(fromHex(row.bytes))).toEqual(row.value);
      expect(toHex(writePseudoApdu(row.value))).toBe(row.bytes.replaceAll(" ", ""));
    },
  );

  it.each(answerVectors.map(({ command, response }) => [command, response] as const))(
    "%s gets %s",
    (command, response) => {
      expect(said(command)).toBe(response?.replaceAll(" ", ""));
    },
  );

  it("for historical bytes of a card that has none apart is not supported", () => {
    expect(said("FF CA 01 00 00", { uid: card.uid })).toBe("6A81");
  });

  it("of any bytes is read or refused or none, and what is read is written back the same", () => {
    const bytes = fc
      .tuple(fc.constantFrom(0x82, 0x86, 0x88, 0xb0, 0xca, 0xd6, 0xa4), fc.uint8Array({ maxLength: 12 }), fc.boolean())
      .map(([ins, rest, reader]) => Uint8Array.of(reader ? 0xff : 0x00, ins, ...rest));
    fc.assert(
      fc.property(fc.oneof(bytes, fc.uint8Array({ maxLength: 300 })), (any) => {
        const read = parsePseudoApdu(any);
        answerPseudoApdu(any, card);
        if (read === undefined || read.kind === "refused") return;
        expect(parsePseudoApdu(writePseudoApdu(read))).toEqual(read);
      }),
    );
  });
});
