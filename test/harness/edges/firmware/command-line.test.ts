import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { splitCommand } from "../../../../harness/edges/firmware/command-line.ts";
import { MisuseError } from "../../../../simulator/kernel/errors.ts";

const split = (text: string): readonly string[] => splitCommand("--exec", text);

describe("a command line that no shell reads", () => {
  it.each([
    ["./build/ccid-stub", ["./build/ccid-stub"]],
    ["  node   serve.ts\t--mutant X03 ", ["node", "serve.ts", "--mutant", "X03"]],
    ['"C:\\Program Files\\stub.exe" -v', ["C:\\Program Files\\stub.exe", "-v"]],
    ["'two words' \"it's\" 'say \"yes\"'", ["two words", "it's", 'say "yes"']],
    ["--name='a b'c", ["--name=a bc"]],
    ["stub ''", ["stub", ""]],
    ["stub $HOME *.c | cat; ls & >x", ["stub", "$HOME", "*.c", "|", "cat;", "ls", "&", ">x"]],
  ])("%s", (text, words) => {
    expect(split(text)).toEqual(words);
  });

  it.each([
    ["", "names no program"],
    ["   ", "names no program"],
    ["'' x", "names no program"],
    ['stub "open', "opens and never closes"],
    [`stub ${"x".repeat(8_192)}`, "longer than 8192"],
  ])("is refused with the name of the option: %j", (text, why) => {
    expect(() => split(text)).toThrow(MisuseError);
    expect(() => split(text)).toThrow(`--exec: `);
    expect(() => split(text)).toThrow(why);
  });

  it("gives back what was quoted, word for word", () => {
    const word = fc.string({ maxLength: 20 }).filter((text) => !text.includes('"'));
    fc.assert(
      fc.property(fc.array(word, { maxLength: 8 }), (words) => {
        expect(split(["stub", ...words.map((one) => `"${one}"`)].join(" "))).toEqual(["stub", ...words]);
      }),
    );
  });
});
