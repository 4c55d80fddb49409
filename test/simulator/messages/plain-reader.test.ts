import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rngFromSeed } from "../../../simulator/kernel/rng.ts";
import { encodeMessage } from "../../../simulator/messages/index.ts";
import { readPlain } from "../../../simulator/messages/plain-reader.ts";
import { readText } from "../../../simulator/messages/text.ts";
import { BULK_MESSAGE_LIMITS, readXml, SINGLE_MESSAGE_LIMITS } from "../../../simulator/messages/xml-reader.ts";
import { messageTables } from "./message-tables.ts";
import { recordsOf } from "./records.ts";

const bytesOf = (text: string): Uint8Array => Buffer.from(text, "utf8");
/** A comment behind the root is not plain: saxes reads the file, and what it says of all before stays the same. */
const bySaxes = (text: string): string => `${text}<!-- -->`;

describe.each(messageTables)("a plain file of $name", ({ table, limits = SINGLE_MESSAGE_LIMITS }) => {
  it("is read as saxes reads it, with the same warnings at the same places", () => {
    fc.assert(
      fc.property(recordsOf(table, true), fc.option(fc.nat()), (record, seed) => {
        const order = seed === null ? "paper" : rngFromSeed(seed);
        const text = Buffer.from(encodeMessage(table, record, { encoding: "UTF-8", order })).toString("utf8");
        expect(readXml(table, bytesOf(text), limits)).toStrictEqual(readXml(table, bytesOf(bySaxes(text)), limits));
      }),
      { numRuns: 15 },
    );
  });

  it("that was changed somewhere is either read as saxes reads it, or left to saxes", () => {
    const odd = ["<", ">", "/", "&", "]]>", "\r", "\u0001", "\ud842", " ", "x", "", "<x/>", "</XmlMsg>", "<!---->"];
    fc.assert(
      fc.property(recordsOf(table, true), fc.nat(), fc.nat(3), fc.constantFrom(...odd), (record, place, cut, put) => {
        const whole = Buffer.from(encodeMessage(table, record, { encoding: "UTF-8", order: "paper" })).toString("utf8");
        const at = place % whole.length;
        const text = whole.slice(0, at) + put + whole.slice(at + cut);
        // The encoding is looked at before either of them.
        const plain = readText(bytesOf(text)) === undefined ? undefined : readPlain(table, text, limits);
        if (plain === undefined) return;
        const full = readXml(table, bytesOf(bySaxes(text)), limits);
        expect(full).toMatchObject({ ok: true, warnings: plain.warnings });
        expect(full.ok && full.record).toStrictEqual(plain.record);
      }),
      { numRuns: 60 },
    );
  });
});

it("files that programs write are plain, so that saxes need not read them", () => {
  for (const { table } of messageTables) {
    const [record] = fc.sample(recordsOf(table, true), { numRuns: 1, seed: 7 });
    const text = Buffer.from(encodeMessage(table, record ?? {}, { encoding: "UTF-8", order: "paper" })).toString(
      "utf8",
    );
    expect(readPlain(table, text.replaceAll(/&\w+;/g, "x"), BULK_MESSAGE_LIMITS)).toBeDefined();
  }
});
