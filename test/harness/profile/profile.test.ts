import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { profileKeys } from "../../../harness/profile/profile-keys.ts";
import { printProfile } from "../../../harness/profile/profile-printing.ts";
import { readProfile } from "../../../harness/profile/profile-reading.ts";
import { MisuseError } from "../../../simulator/kernel/errors.ts";
import { defaultProfile } from "../../../simulator/messages/profile.ts";

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
    const page = readFileSync("docs/profile.md", "utf8");
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
    ["a code we do not have", "codes: {SIM-E-777: {code: x}}", "profile codes", /SIM-E-777|Invalid key/],
    ["a half-width text", "codes: {SIM-E-001: {ja: bad}}", "profile codes.SIM-E-001.ja (line 1)", /full-width/],
    ["a choice that is not offered", "multi: candidates", "profile multi (line 1)", /one of no-list/],
    ["a day that is none", "policy: {limit: '20261131'}", "profile policy.limit (line 1)", /existing day/],
    ["encryption without a password", "zip: {encrypt: ['*']}", "profile zip.password", /give the password/],
    ["a range upside down", "delay: {spreadFromMs: 9000}", "profile delay.spreadFromMs (line 1)", /more than/],
    ["a kind we do not have", "name: {prefix: {OQSsixyz01: OQSsiabc01}}", "profile name.prefix.OQSsixyz01", /no kind/],
    ["a list where a table belongs", "- result", "profile", /expected object/],
    ["a key twice", "multi: no-list\nmulti: no-list", "profile", /line 2, column 1/],
    ["broken YAML", "result: [", "profile", /line 1/],
    ["aliases of aliases", "a: &a [x,x]\nb: *a", "profile", /without aliases/],
    ["nesting without end", "[".repeat(50_000), "profile", /nesting|line 1/],
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
