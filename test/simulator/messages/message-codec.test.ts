import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MisuseError } from "../../../simulator/kernel/errors.ts";
import { rngFromSeed } from "../../../simulator/kernel/rng.ts";
import { decodeMessage, encodeMessage, siquc01, validate } from "../../../simulator/messages/index.ts";
import { SINGLE_MESSAGE_LIMITS } from "../../../simulator/messages/xml-reader.ts";
import { messageTables } from "./message-tables.ts";
import { oddly } from "./odd-text.ts";
import { recordsOf } from "./records.ts";

describe.each(messageTables)("records of $name", ({ table, limits = SINGLE_MESSAGE_LIMITS }) => {
  test.each(["UTF-8", "Shift_JIS"] as const)(
    "come back the same from %s in the paper's order and in any other",
    (encoding) => {
      fc.assert(
        fc.property(recordsOf(table, encoding === "Shift_JIS"), fc.nat(), (record, seed) => {
          expect(validate(table, record)).toEqual([]);
          for (const order of ["paper", "hash", rngFromSeed(seed)] as const) {
            const decoded = decodeMessage(table, encodeMessage(table, record, { encoding, order }), limits);
            expect(decoded).toMatchObject({ ok: true, encoding });
            expect(decoded.ok && decoded.record).toStrictEqual(record);
          }
        }),
        { numRuns: 15 },
      );
    },
  );

  test("come back from files with elements and attributes nobody knows, which are warned of", () => {
    fc.assert(
      fc.property(recordsOf(table, false), fc.nat(), (record, seed) => {
        const text = Buffer.from(encodeMessage(table, record, { encoding: "UTF-8", order: "paper" })).toString("utf8");
        const decoded = decodeMessage(table, Buffer.from(oddly(text, rngFromSeed(seed))), limits);
        expect(decoded.ok && decoded.record).toStrictEqual(record);
        const kinds = decoded.ok ? decoded.warnings.map(({ kind }) => kind) : [];
        expect(new Set(kinds)).toEqual(new Set(["unknown-element", "unknown-attribute"]));
      }),
      { numRuns: 8 },
    );
  });

  test("come back with their absent optional elements empty where those are written empty", () => {
    fc.assert(
      fc.property(recordsOf(table, false), (record) => {
        const bytes = encodeMessage(table, record, { encoding: "UTF-8", order: "paper", emptyOptionals: "empty" });
        const decoded = decodeMessage(table, bytes, limits);
        expect(decoded.ok && withoutEmpty(decoded.record)).toEqual(withoutEmpty(record));
      }),
      { numRuns: 8 },
    );
  });
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
  expect(write).toThrow(/^MessageHeader\/MedicalInstitutionCode: must be/);
});

/** A copy without empty texts. */
function withoutEmpty(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEmpty);
  if (typeof value !== "object" || value === null) return value;
  const kept = Object.entries(value).filter(([, inner]) => inner !== "");
  return Object.fromEntries(kept.map(([name, inner]) => [name, withoutEmpty(inner)]));
}
