import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { profileKeys } from "../../../harness/profile/profile-keys.ts";
import { printProfile } from "../../../harness/profile/profile-printing.ts";
import { readProfile } from "../../../harness/profile/profile-reading.ts";
import { MisuseError } from "../../../simulator/kernel/errors.ts";
import { defaultProfile } from "../../../simulator/messages/profile.ts";
import { root } from "../../architecture/source-files.ts";

/** Paths of all values; the three free tables are one value each. */
function pathsOf(table: object, parent = ""): readonly string[] {
  return Object.entries(table).flatMap(([name, value]) => {
    const path = parent === "" ? name : `${parent}.${name}`;
    const isTable = typeof value === "object" && !Array.isArray(value) && Object.keys(value as object).length > 0;
    return isTable ? pathsOf(value as object, path) : [path];
  });
}

describe("a profile", () => {
  it.each(["ja", "en"] as const)("printed in %s is read back as it was, with every key explained", (language) => {
    const text = printProfile(defaultProfile, language);
    expect(readProfile(text)).toStrictEqual(defaultProfile);
    expect(Object.keys(profileKeys).sort()).toEqual([...pathsOf(defaultProfile)].sort());
    expect(text.match(/# §/g)).toHaveLength(Object.keys(profileKeys).length);
  });

  it("has a row of its own for every key on its page, and for nothing else", () => {
    const page = readFileSync(join(root, "docs/profile.md"), "utf8");
    const table = page.slice(page.indexOf("## Keys"), page.indexOf("## Zips"));
    const told = [...table.matchAll(/^\| `([\w.]+)` \|/gm)].map(([, key]) => key);
    expect(told.toSorted()).toEqual(Object.keys(profileKeys).toSorted());
  });

  it("that says a little keeps our choice for the rest", () => {
    const text = "result:\n  encoding: Shift_JIS\nzip:\n  encrypt: ['*']\n  password: himitsu\n";
    expect(readProfile(text)).toStrictEqual({
      ...defaultProfile,
      result: { ...defaultProfile.result, encoding: "Shift_JIS" },
      zip: { ...defaultProfile.zip, encrypt: ["*"], password: "himitsu" },
    });
  });

  it("may be JSON, or empty", () => {
    expect(readProfile('{"poll": {"ms": 0}}').poll.ms).toBe(0);
    expect(readProfile("")).toStrictEqual(defaultProfile);
  });

  it.each([
    ["an unknown key", "result:\n  encodng: UTF-8", "profile result.encodng (line 2)", /did you mean result\.encoding/],
    ["a key that would steer the terminal", '"\\e[31mpoll": {ms: 1}', "profile \uFFFD[31mpoll (line 1)", /no such key/],
    ["a key that may be a personal number", '"n123456789018": 1', "profile n… (line 1)", /no such key/],
    ["an unknown part", "\nresults: {}", "profile results (line 2)", /no such key/],
    [
      "a value there is not",
      "write:\n  style: slow",
      "profile write.style (line 2)",
      /one of whole, rename, in-place, locked/,
    ],
    ["text where a number belongs", "poll:\n  ms: soon", "profile poll.ms (line 2)", /expected number/],
    ["half a millisecond", "poll: {ms: 0.5}", "profile poll.ms (line 1)", /int/],
    ["a number out of range", "bulk: {most: 5000}", "profile bulk.most (line 1)", /<=1000/],
    [
      "a code we do not have",
      "codes: {SIM-E-008x: {code: x}}",
      "profile codes.SIM-E-008x (line 1)",
      /did you mean SIM-E-008/,
    ],
    ["a line end in a text", 'codes: {SIM-E-005: {ja: "あ\\nい"}}', "profile codes.SIM-E-005.ja (line 1)", /line ends/],
    ["a bell in a text", 'codes: {SIM-E-005: {ja: "あ\\u0007"}}', "profile codes.SIM-E-005.ja (line 1)", /control/],
    [
      "half a character",
      'codes: {SIM-E-005: {ja: "あ\\uD800"}}',
      "profile codes.SIM-E-005.ja (line 1)",
      /no file can carry/,
    ],
    [
      "a text longer than its element",
      `len: {ErrorMessage: 60}\ncodes: {SIM-E-005: {ja: ${"字".repeat(61)}}}`,
      "profile codes.SIM-E-005.ja (line 2)",
      /longer than len\.ErrorMessage, 60/,
    ],
    ["a length that people do not fit in", "len:\n  Address: 15", "profile len.Address (line 2)", /need 20 characters/],
    ["a length our texts do not fit in", "len: {MessageContents: 59}", "profile len.MessageContents", /need 60/],
    ["an element there is not", "len: {Adress: 50}", "profile len.Adress (line 1)", /did you mean Address/],
    ["a length for a day", "len: {Birthdate: 50}", "profile len.Birthdate", /no text element/],
    ["a length for a group", "len: {MessageHeader: 50}", "profile len.MessageHeader", /no text element/],
    ["a length for what every object has", "len: {constructor: 50}", "profile len.constructor", /no text element/],
    ["a key that is an object's nature", "len: {__proto__: 50}", "profile len.__proto__ (line 1)", /no such key/],
    ["such a key among codes", "codes: {__proto__: {code: x}}", "profile codes.__proto__ (line 1)", /no such key/],
    [
      "another kind's beginning",
      "name: {prefix: {OQSsiquc01: OQSsiimm01}}",
      "profile name.prefix.OQSsiquc01 (line 1)",
      /another kind/,
    ],
    [
      "a beginning no file name has",
      "name: {prefix: {OQSsiquc01: ABCsiquc01}}",
      "profile name.prefix.OQSsiquc01 (line 1)",
      /write it like OQSsiquc01: OQS, YZK/,
    ],
    ["a half-width text", "codes: {SIM-E-001: {ja: bad}}", "profile codes.SIM-E-001.ja (line 1)", /full-width/],
    ["a choice that is not offered", "multi: candidates", "profile multi (line 1)", /one of no-list/],
    ["a day that is none", "policy: {limit: '20261131'}", "profile policy.limit (line 1)", /existing day/],
    ["encryption without a password", "zip: {encrypt: ['*']}", "profile zip.password", /give the password/],
    ["a range upside down", "delay: {spreadFromMs: 9000}", "profile delay.spreadFromMs (line 1)", /more than/],
    [
      "a kind we do not have",
      "name: {prefix: {OQSsiquc1: OQSsiabc01}}",
      "profile name.prefix.OQSsiquc1",
      /no kind.*OQSsiquc01/,
    ],
    ["a list where a table belongs", "- result", "profile", /expected object/],
    ["a key twice", "multi: no-list\nmulti: no-list", "profile (line 2)", /column 1: Map keys must be unique/],
    ["broken YAML", "result: [", "profile (line 1)", /column/],
    ["aliases", "result: &a {}\nwrite: *a", "profile write (line 2)", /without aliases/],
    ["a tag", "result: !x {}", "profile (line 1)", /without tags/],
    ["a list for a key", "\n? [a, b]\n: 1", "profile (line 2)", /a key must be a word/],
    [
      "a second document",
      "multi: no-list\n---\nmulti: no-list",
      "profile (line 2)",
      /second document begins; take away/,
    ],
    ["nesting", `result: ${"[".repeat(20)}${"]".repeat(20)}`, "profile result (line 1)", /nested far too deeply/],
    ["nesting without end", "[".repeat(50_000), "profile (line 1)", /nested far too deeply/],
    ["keys of keys without end", "{".repeat(3_000) + "}".repeat(3_000), "profile (line 1)", /nested far too deeply/],
  ])("with %s is refused with the key, the line and the fix", (_what, text, field, message) => {
    const read = (): unknown => readProfile(text);
    expect(read).toThrow(MisuseError);
    try {
      read();
    } catch (error) {
      expect((error as MisuseError).field).toContain(field);
      expect((error as MisuseError).message).toMatch(message);
    }
  });

  /** What is told of a profile, a mistake each. */
  const told = (text: string): readonly string[] => {
    try {
      readProfile(text);
      return [];
    } catch (error) {
      if (!(error instanceof MisuseError)) throw error;
      return [error, ...error.others].map(({ message }) => message);
    }
  };

  it("is told of all its mistakes at once, in the order of the file", () => {
    const text = `
multi: candidates
result: { encodng: UTF-8 }
write:
  style: slow
bulk: { most: 0 }
`;
    expect(told(text)).toEqual([
      "profile multi (line 2): write one of no-list",
      "profile result.encodng (line 3): there is no such key; did you mean result.encoding or codes?",
      "profile write.style (line 5): write one of whole, rename, in-place, locked",
      "profile bulk.most (line 6): Too small: expected number to be >=1",
    ]);
  });

  it("is told of twenty mistakes and how many more there are", () => {
    const all = told(Array.from({ length: 25 }, (_, index) => `k${index}: 1\n`).join(""));
    expect(all.map((message) => message.split(": ", 1)[0])).toEqual([
      ...Array.from({ length: 20 }, (_, index) => `profile k${index} (line ${index + 1})`),
      "profile",
    ]);
    expect(all.at(-1)).toBe("profile: and 5 more");
  });

  it("moves no cursor and begins no line with a key of its own", () => {
    expect(told('"\\e[31mfoo\\nbar": 1')[0]).toMatch(/^profile \ufffd\[31mfoo bar \(line 1\): there is no such key/);
  });

  it("may have two kinds change places, and lengths longer than ours", () => {
    const prefix = { OQSsiquc01: "OQSsiimm01", OQSsiimm01: "OQSsiquc01" };
    expect(readProfile(`name: {prefix: ${JSON.stringify(prefix)}}`).name.prefix).toEqual(prefix);
    expect(readProfile("len: {Name: 40, Address: 120, ItemName: 300}").len).toEqual({
      Name: 40,
      Address: 120,
      ItemName: 300,
    });
  });

  it("never has its password in an error", () => {
    const texts = [
      "zip: {password: 12345678}",
      "zip: {password: [himitsu]}",
      `zip: {password: ${"himitsu".repeat(30)}}`,
    ];
    for (const text of texts) {
      expect(() => readProfile(text)).toThrow(/zip\.password/);
      expect(() => readProfile(text)).not.toThrow(/himitsu|12345678/);
    }
  });

  it("of any text is read or refused, never anything else", () => {
    const unit = fc.constantFrom(..."result: encoding{}[]&*!|>-\n  '\"#%,?x0");
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 80 }), (text) => {
        try {
          readProfile(text);
        } catch (error) {
          expect(error).toBeInstanceOf(MisuseError);
        }
      }),
      { numRuns: 500 },
    );
  });
});
