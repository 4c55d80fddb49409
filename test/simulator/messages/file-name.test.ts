import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MisuseError } from "../../../simulator/kernel/errors.ts";
import {
  buildFileName,
  faceResultName,
  parseFaceToken,
  parseFileName,
  resultName,
} from "../../../simulator/messages/file-name.ts";

const FACE = "OQSsiquc01res_face_13199990150f1e2d3c4b5a69788796_20261121091530.xml";

describe("a file name", () => {
  test.each([
    [
      "OQSsiquc01req_202611210001.xml",
      { code: "OQSsiquc01", direction: "req", face: false, free: "202611210001", extension: "xml" },
    ],
    ["oqsSIQUC01REQ_Ab-_9.XML", { code: "OQSsiquc01", direction: "req", face: false, free: "Ab-_9", extension: "xml" }],
    ["OQSmuquc02res_1.zip", { code: "OQSmuquc02", direction: "res", face: false, free: "1", extension: "zip" }],
    [
      "YZKsiquc01req_02261121102000000303.err",
      { code: "YZKsiquc01", direction: "req", face: false, free: "02261121102000000303", extension: "err" },
    ],
    [
      FACE,
      {
        code: "OQSsiquc01",
        direction: "res",
        face: true,
        free: "13199990150f1e2d3c4b5a69788796_20261121091530",
        extension: "xml",
      },
    ],
    [
      "OQSsiquc01res_face_mine.xml",
      { code: "OQSsiquc01", direction: "res", face: false, free: "face_mine", extension: "xml" },
    ],
  ])("%s is parsed in any case", (name, parts) => {
    expect(parseFileName(name)).toEqual(parts);
  });

  test.each([
    "",
    "OQSsiquc01req_.xml",
    "OQSsiquc01req_1",
    "OQSsiquc01req_1.txt",
    "OQSsiquc03req_1.xml",
    "ABCsiquc01req_1.xml",
    "OQSsiquc01_1.xml",
    "OQSsiquc01req_a b.xml",
    "OQSsiquc01req_患者.xml",
    "OQSsiquc01req_../../etc.xml",
    "OQSsiquc01req_1.xml\n",
    `OQSsiquc01req_${"1".repeat(65)}.xml`,
    `OQSsiquc01res_face_${"1".repeat(50)}_20261121091530.xml`,
  ])("%j is none", (name) => {
    expect(parseFileName(name)).toBeUndefined();
  });

  test("may be of 64 characters", () => {
    expect(parseFileName(`OQSsiquc01req_${"1".repeat(64)}.xml`)?.free).toHaveLength(64);
  });

  test("that is hostile gives a value", () => {
    fc.assert(fc.property(fc.string({ maxLength: 200 }), (name) => typeof parseFileName(name) !== "string"));
    expect(parseFileName("O".repeat(1_000_000))).toBeUndefined();
  });

  test("is the same after parsing and building", () => {
    const free = fc.stringMatching(/^[A-Za-z0-9_-]{1,64}$/);
    const code = fc.constantFrom("OQSsiquc01", "OQSmuquc02", "TKKsiquc01");
    const name = fc
      .tuple(code, fc.constantFrom("req", "res"), free, fc.constantFrom("xml", "zip", "pdf", "err"))
      .map(([kind, direction, part, extension]) => `${kind}${direction}_${part}.${extension}`);
    fc.assert(
      fc.property(fc.oneof(name, fc.constant(FACE)), (written) => {
        const parsed = parseFileName(written);
        expect(parsed && buildFileName(parsed)).toBe(written);
      }),
    );
  });

  test("of a result is that of its request with res", () => {
    const request = parseFileName("OQSsiquc01req_req-7.xml");
    expect(request && resultName(request)).toBe("OQSsiquc01res_req-7.xml");
    expect(request && resultName(request, "err")).toBe("OQSsiquc01res_req-7.err");
  });

  test("cannot be built from parts that make none", () => {
    const parts = { code: "OQSsiquc01", direction: "req", face: false, free: "a.b", extension: "xml" } as const;
    expect(() => buildFileName(parts)).toThrow(MisuseError);
  });
});

describe("the name of a face file", () => {
  test("is built from facility, token and time, and taken apart again", () => {
    const name = faceResultName("1319999015", "0f1e2d3c4b5a69788796", "20261121091530");
    expect(name).toBe(FACE);
    const parsed = parseFileName(name);
    expect(parsed && parseFaceToken(parsed)).toEqual({
      facility: "1319999015",
      token: "0f1e2d3c4b5a69788796",
      stamp: "20261121091530",
    });
  });

  test("cannot be built from a token of another shape", () => {
    expect(() => faceResultName("1319999015", "0f1e", "20261121091530")).toThrow(MisuseError);
  });

  test("of another program has no token of ours", () => {
    const parsed = parseFileName("OQSsiquc01res_face_131999901540012345678901234567_20261121091530.xml");
    expect(parsed?.face).toBe(true);
    expect(parsed && parseFaceToken({ ...parsed, free: "other_20261121091530" })).toBeUndefined();
  });
});
