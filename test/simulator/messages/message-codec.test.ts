import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MisuseError } from "../../../simulator/kernel/errors.ts";
import { rngFromSeed } from "../../../simulator/kernel/rng.ts";
import type { ElementTable } from "../../../simulator/messages/element-table.ts";
import { decodeMessage, encodeMessage, messageKinds, siquc01, validate } from "../../../simulator/messages/index.ts";
import { recordsOf } from "./records.ts";

const tables: readonly { readonly name: string; readonly table: ElementTable<unknown> }[] = messageKinds.flatMap(
  (kind) => [
    { name: `${kind.code} request`, table: kind.request },
    { name: `${kind.code} answer`, table: kind.answer },
  ],
);

describe.each(tables)("records of $name", ({ table }) => {
  test.each(["UTF-8", "Shift_JIS"] as const)(
    "come back the same from %s in the paper's order and in any other",
    (encoding) => {
      fc.assert(
        fc.property(recordsOf(table, encoding === "Shift_JIS"), fc.nat(), (record, seed) => {
          expect(validate(table, record)).toEqual([]);
          for (const order of ["paper", rngFromSeed(seed)] as const) {
            const decoded = decodeMessage(table, encodeMessage(table, record, { encoding, order }));
            expect(decoded).toMatchObject({ ok: true, encoding });
            expect(decoded.ok && decoded.record).toStrictEqual(record);
          }
        }),
        { numRuns: 40 },
      );
    },
  );
});

test("any bytes give a value, never an exception", () => {
  const markup = fc.string({
    unit: fc.constantFrom("<", ">", "/", "&", "!", "[", "]", "?", "x", "XmlMsg", "MessageHeader", '"', "=", " "),
  });
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 400 }),
    markup.map((text) => Buffer.from(`<XmlMsg>${text}`)),
  );
  fc.assert(
    fc.property(bytes, (hostile) => {
      const decoded = decodeMessage(siquc01.request, hostile);
      expect(decoded).toMatchObject({ ok: false, code: "SIM-E-001" });
    }),
    { numRuns: 1_000 },
  );
});

test("a message with one byte changed is read or refused, never thrown over", () => {
  const vector = siquc01.vectors.request.find((candidate) => "record" in candidate);
  if (vector === undefined || !("record" in vector)) throw new Error("no vector");
  const whole = encodeMessage(siquc01.request, vector.record, { encoding: "Shift_JIS", order: "paper" });
  fc.assert(
    fc.property(fc.nat(whole.length - 1), fc.nat(255), (position, byte) => {
      const broken = Uint8Array.from(whole);
      broken[position] = byte;
      expect(typeof decodeMessage(siquc01.request, broken).ok).toBe("boolean");
    }),
    { numRuns: 300 },
  );
});

test("a record that does not fit is the caller's mistake and names the element", () => {
  const header = { QualificationConfirmationDate: "20261121", MedicalInstitutionCode: "12345" };
  const write = () =>
    encodeMessage(siquc01.request, { MessageHeader: header, MessageBody: {} }, { encoding: "UTF-8", order: "paper" });
  expect(write).toThrow(MisuseError);
  expect(write).toThrow("MessageHeader/MedicalInstitutionCode");
});
