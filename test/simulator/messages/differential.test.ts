import fc from "fast-check";
import { XmlDocument, XsdValidator } from "libxml2-wasm";
import { describe, expect, it } from "vitest";
import type { ElementTable } from "../../../simulator/messages/element-table.ts";
import { decodeMessage, encodeMessage } from "../../../simulator/messages/index.ts";
import { SINGLE_MESSAGE_LIMITS } from "../../../simulator/messages/xml-reader.ts";
import { xsdOf } from "../../../simulator/messages/xsd.ts";
import { messageTables } from "./message-tables.ts";
import { type Mutation, mutations } from "./mutations.ts";
import { recordsOf } from "./records.ts";

/** Where the two may differ, and why. Everything else must get the same verdict from both. */
const LEGITIMATE = [
  "unknown-element", // we warn (receipt-system-interface.md §8.8), XSD 1.0 cannot allow any element among named ones in any order
  "unknown-attribute", // we warn (fact 4), a schema that names no attribute allows none
  "element-order", // we warn (fact 5), XSD 1.0 has no "any order" for groups in which an element repeats
  "doctype", // we refuse every DTD, libxml2 reads one that has no effect
] as const;
type Difference = (typeof LEGITIMATE)[number];

/** Files a table: with some sixty tables the corpus is larger than 6,000. */
const SPOILED = 100;

type Validator = (text: string) => boolean;

/** libxml2 with the schema of a table, which is kept. */
function validatorOf(table: ElementTable<unknown>): Validator {
  const schema = XmlDocument.fromString(xsdOf(table, "test"));
  const validator = XsdValidator.fromDoc(schema);
  return (text) => {
    try {
      const document = XmlDocument.fromBuffer(Buffer.from(text, "utf8"));
      try {
        validator.validate(document);
        return true;
      } finally {
        document.dispose();
      }
    } catch {
      return false;
    }
  };
}

/** The difference between the two verdicts, if there is one, by name; a difference without a name throws. */
function difference(
  text: string,
  { table, limits }: Pick<(typeof messageTables)[number], "table" | "limits">,
  validate: Validator,
): Difference | "none" {
  const ours = decodeMessage(table, Buffer.from(text, "utf8"), limits ?? SINGLE_MESSAGE_LIMITS);
  const theirs = validate(text);
  if (ours.ok === theirs) return "none";
  if (ours.ok) {
    const [warning] = ours.warnings;
    if (warning !== undefined) return warning.kind;
  } else if (/DTD/.test(ours.problem.en)) return "doctype";
  throw new Error(`we ${ours.ok ? "read" : `refuse (${ours.problem.en})`} what libxml2 judges otherwise:\n${text}`);
}

describe.each(messageTables)("our reader and libxml2 with the schema of $name", (messageTable) => {
  const { table } = messageTable;
  const validate = validatorOf(table);
  const texts = recordsOf(table, false).map((record) =>
    Buffer.from(encodeMessage(table, record, { encoding: "UTF-8", order: "paper" })).toString("utf8"),
  );

  it("accept the same good files", () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(validate(text)).toBe(true);
        expect(difference(text, messageTable, validate)).toBe("none");
      }),
      { numRuns: 10 },
    );
  });

  it("judge the same of spoiled files, or differ for a reason with a name", () => {
    const kinds = fc.constantFrom(...Object.entries<Mutation>(mutations));
    fc.assert(
      fc.property(texts, kinds, fc.nat(), fc.nat(), (text, [name, { differs = [], apply }], place, choice) => {
        const found = difference(apply(text, place, choice), messageTable, validate);
        expect(["none", ...differs], name).toContain(found);
      }),
      { numRuns: SPOILED },
    );
  });
});

it("no reason on the list is idle, and no mutation gives another one", () => {
  const named = Object.values<Mutation>(mutations).flatMap(({ differs = [] }) => differs);
  expect([...new Set(named)].sort()).toEqual([...LEGITIMATE].sort());
});
