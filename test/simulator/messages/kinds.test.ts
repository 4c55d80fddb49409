import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import {
  decodeMessage,
  encodeMessage,
  messageKind,
  messageKinds,
  validate,
  writeText,
} from "../../../simulator/messages/index.ts";
import { type AnyMessageKind, vectorText } from "../../../simulator/messages/message-kind.ts";

const kinds: readonly AnyMessageKind[] = messageKinds;
const walks = kinds.flatMap((kind) =>
  (["request", "answer"] as const).map((side) => ({
    name: `${kind.code} ${side}`,
    table: kind[side],
    vectors: kind.vectors[side],
  })),
);

describe("every kind", () => {
  test.each(walks)("$name has an odd vector and a refused one", ({ vectors }) => {
    expect(vectors.some((vector) => "record" in vector)).toBe(true);
    expect(vectors.some((vector) => "refused" in vector)).toBe(true);
  });

  const vectors = walks.flatMap(({ name, table, vectors }) =>
    vectors.map((vector) => ({ name: `${name}: ${vector.title}`, table, vector })),
  );
  test.each(vectors)("$name", ({ table, vector }) => {
    const decoded = decodeMessage(table, writeText(vectorText(vector), vector.encoding));
    if ("refused" in vector) {
      expect(decoded).toMatchObject({ ok: false, code: vector.refused });
      return;
    }
    expect(decoded).toMatchObject({ ok: true, encoding: vector.encoding });
    expect(decoded.ok && decoded.record).toEqual(vector.record);
    const again = encodeMessage(table, vector.record, { encoding: vector.encoding, order: "paper" });
    const reread = decodeMessage(table, again);
    expect(reread.ok && reread.record).toEqual(vector.record);
  });

  test.each(kinds.map((kind) => ({ kind, name: kind.code })))("$name can tell of a failure", ({ kind }) => {
    for (const vector of kind.vectors.request) {
      if (!("record" in vector)) continue;
      const failure = {
        code: "SIM-E-901",
        text: "【模擬】中央側が応答しません。",
        at: "20261121100801",
        facility: "1319999015",
      };
      const answer = kind.failure(failure, vector.record);
      expect(validate(kind.answer, answer)).toEqual([]);
      expect(JSON.stringify(answer)).toContain("中央側が応答しません");
      expect(JSON.stringify(answer)).toContain(vector.record.MessageHeader.ArbitraryFileIdentifier);
    }
  });

  test("is found by its code and has a file of its own", () => {
    for (const kind of messageKinds) expect(messageKind(kind.code)).toBe(kind);
    expect(messageKind("OQSsiquc02")).toBeUndefined();
    expect(messageKind("constructor")).toBeUndefined();
    const files = readdirSync(new URL("../../../simulator/messages/kinds", import.meta.url)).filter((file) =>
      /^(?:[a-z]+-)?(?:si|mu)[a-z]{3}\d\d\.ts$/.test(file),
    );
    expect(files).toHaveLength(messageKinds.length);
  });
});
