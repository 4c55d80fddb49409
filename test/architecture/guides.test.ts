import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { productFiles, root } from "./source-files.ts";

/** A block of code in a guide, and the file it says it is from. */
interface Excerpt {
  readonly guide: string;
  readonly file: string;
  /** The guide calls it whole: all but imports, and nothing left out. */
  readonly whole: boolean;
  readonly code: string;
}

const docs = join(root, "docs");
const guides = readdirSync(docs).filter((name) => /^adding-a-.*\.md$/.test(name));

/** Blocks whose paragraph above names a file, last; names with a place to fill in, `<name>.ts`, are of no file. */
const excerpts = guides.flatMap(excerptsOf);

function excerptsOf(guide: string): readonly Excerpt[] {
  const [first = "", ...blocks] = readFileSync(join(docs, guide), "utf8").split("\n```ts\n");
  let text = first;
  return blocks.flatMap((block) => {
    const above = text.trimEnd().split("\n\n").at(-1) ?? "";
    const [code = "", ...after] = block.split("\n```\n");
    text = after.join("\n```\n");
    const file = Array.from(above.matchAll(/`([\w./-]+\.ts)`/g), ([, name = ""]) => name).at(-1);
    return file === undefined ? [] : [{ guide, file, whole: /, whole\b/.test(above), code }];
  });
}

const files = productFiles();
/** Blanks and the commas of broken lines away: where a line breaks depends on its length. */
const squeezed = (text: string): string => text.replaceAll(/\s/g, "").replaceAll(/,(?=[\])}])/g, "");

const withoutImports = (text: string): string => text.replaceAll(/^import [^;]*;$/gm, "");

/** The pieces between the places where something is left out, in their order. */
function isIn(code: string, source: string): boolean {
  let from = 0;
  return squeezed(code)
    .split("…")
    .every((piece) => {
      const at = source.indexOf(piece, from);
      from = at + piece.length;
      return at >= 0;
    });
}

describe("guides", () => {
  it("name the files of most of their code", () => expect(excerpts.length).toBeGreaterThan(20));

  it.each(excerpts.map((excerpt) => [`${excerpt.guide}: ${excerpt.file}`, excerpt] as const))(
    "%s is what the file says",
    (_name, { file, whole, code }) => {
      const named = files.filter(({ path }) => `/${path}`.endsWith(`/${file}`));
      expect(named.length, "give enough of the path to know which file is meant").toBe(1);
      const source = named[0]?.text ?? "";
      expect(isIn(code, squeezed(source))).toBe(true);
      if (!whole) return;
      const left = withoutImports(source);
      expect(squeezed(withoutImports(code))).toBe(squeezed(left));
    },
  );
});
