import fc from "fast-check";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { loadCardFont } from "../../../harness/edges/card-font.ts";
import { type Lettering, type PrintedText, printText } from "../../../harness/edges/printed-text.ts";
import { latin1, sameBytes, toHex } from "../../../simulator/kernel/bytes.ts";
import { civilDate } from "../../../simulator/kernel/civil-time.ts";
import { MisuseError } from "../../../simulator/kernel/errors.ts";
import type { Draws } from "../../../simulator/population/draws.ts";
import { drawFamilyName, drawGivenName, writtenName } from "../../../simulator/population/names.ts";
import { Population } from "../../../simulator/population/person.ts";
import { drawAddress, fullWidth, municipality, PLACE_NAMES, placeName } from "../../../simulator/population/places.ts";

const lettering: Lettering = { emPx: 24, lineHeightPx: 28, lineWidthPx: 480, maxLines: 5 };
const digits: Lettering = { emPx: 12, lineHeightPx: 12, lineWidthPx: 72, maxLines: 1 };

/** The signature and an IHDR of any size for 1 bit a pixel in grey (PNG §5.2, §11.2.1). */
const HEAD = /^89504E470D0A1A0A0000000D49484452.{16}0100000000/;

function print(text: string): Promise<PrintedText> {
  return printText("name", text, lettering);
}

/** The picture as another reader of PNG sees it: a letter a pixel, a text a row. */
async function rowsOf(png: Uint8Array): Promise<readonly string[]> {
  const { data, info } = await sharp(png).greyscale().raw().toBuffer({ resolveWithObject: true });
  const letters = Array.from(data, (luma) => (luma === 0 ? "#" : luma === 255 ? "." : "?")).join("");
  return Array.from({ length: info.height }, (_, y) => letters.slice(y * info.width, (y + 1) * info.width));
}

/** What the draws can lead to: every way through them, each number below each bound that was asked for. */
function all<T>(draw: (draws: Draws) => T): readonly T[] {
  const results: T[] = [];
  let next: number[] | undefined = [];
  while (next !== undefined) {
    const taken = next;
    const bounds: number[] = [];
    const steps: number[] = [];
    const draws: Draws = (bound) => {
      const step = taken[steps.length] ?? 0;
      steps.push(step);
      bounds.push(bound);
      return step;
    };
    results.push(draw(draws));
    const last = steps.findLastIndex((step, index) => step + 1 < (bounds[index] ?? 0));
    next = last < 0 ? undefined : [...steps.slice(0, last), (steps[last] ?? 0) + 1];
  }
  return results;
}

/** Code units of every kind: kanji, halves of pairs, controls, kana, ASCII, and whole emoji. */
const anyText = fc
  .array(
    fc.oneof(
      fc.integer({ min: 0x4e00, max: 0x9fff }).map((unit) => String.fromCodePoint(unit)),
      fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
      fc.integer({ min: 0xd800, max: 0xdfff }).map((unit) => String.fromCharCode(unit)),
      fc.integer({ min: 0, max: 0x7f }).map((unit) => String.fromCharCode(unit)),
      fc.constantFrom("😀", "👩‍👧", "𠮷", "葛\u{e0100}", "﨑", "ﾊﾟ", "　", "●"),
    ),
    { minLength: 1, maxLength: 60 },
  )
  .map((parts) => Array.from(parts.join("")).slice(0, 60).join(""));

describe("a printed text", () => {
  test("of four digits looks like this", async () => {
    expect(await rowsOf((await printText("securityCode", "8064", digits)).png)).toEqual([
      "........................",
      "..##....##.....#.....##.",
      ".#..#..#..#...#......##.",
      ".#..#..#..#...#.....#.#.",
      ".#..#..#..#..#......#.#.",
      "..##...#..#..####..#..#.",
      ".#.##..#..#..#..#..#..#.",
      ".#..#..#..#..#..#.##..#.",
      ".#..#..#..#..#..#..####.",
      ".#..#..#..#..#..#.....#.",
      "..##....##....##......#.",
      "........................",
    ]);
  });

  test("is read by others pixel by pixel as it was drawn", async () => {
    const { png, widthPx, heightPx, ink } = await print("髙嶺　德太郎");
    const rows = await rowsOf(png);
    expect([widthPx, heightPx]).toEqual([144, 28]);
    expect(rows.join("")).toBe(Array.from(ink, (pixel) => (pixel === 1 ? "#" : ".")).join(""));
    expect(toHex(png)).toMatch(HEAD);
  });

  test("holds no chunk but those that are needed", async () => {
    const text = latin1((await print("見本")).png);
    expect(text.match(/IHDR|PLTE|pHYs|tRNS|gAMA|sRGB|tEXt|IDAT|IEND/g)).toEqual(["IHDR", "IDAT", "IEND"]);
  });

  test("is the same each time and another for another text", async () => {
    const [first, second, other] = await Promise.all(["見本　花子", "見本　花子", "見本　花江"].map(print));
    expect(sameBytes(first?.png ?? new Uint8Array(), second?.png ?? new Uint8Array())).toBe(true);
    expect(first?.ink).not.toEqual(other?.ink);
  });

  test("gives half-width characters half the room", async () => {
    expect(await print("ｱｲｳABC")).toMatchObject({ widthPx: 72, heightPx: 28, replaced: [] });
    expect(await print("アイウＡＢＣ")).toMatchObject({ widthPx: 144, heightPx: 28, replaced: [] });
  });

  test.each([
    ["字".repeat(20), 480, 28],
    ["字".repeat(21), 480, 56],
    [`A${"字".repeat(20)}`, 468, 56],
    ["字".repeat(100), 480, 140],
  ])("goes on in the next line where a line is full: %s", async (text, widthPx, heightPx) => {
    expect(await print(text)).toMatchObject({ widthPx, heightPx });
  });

  test("draws every line the same way", async () => {
    const rows = await rowsOf((await print("永".repeat(40))).png);
    expect(rows.slice(28)).toEqual(rows.slice(0, 28));
    expect(rows.join("")).toContain("#");
  });

  test("of nothing is one empty character", async () => {
    const { widthPx, heightPx, ink } = await print("");
    expect([widthPx, heightPx, ink.some((pixel) => pixel === 1)]).toEqual([24, 28, false]);
  });

  test("has ● for a character the font lacks, and says which", async () => {
    const printed = await print("𠮷😀\u0007𠮷\ud800");
    expect(printed.replaced).toEqual(["U+20BB7", "U+1F600", "U+0007", "U+D800"]);
    expect(printed.ink).toEqual((await print("●●●●●")).ink);
  });

  test("leaves no room for a variation selector, and reports it", async () => {
    const printed = await print("葛\u{e0100}城");
    expect(printed.replaced).toEqual(["U+E0100"]);
    expect(printed.ink).toEqual((await print("葛城")).ink);
  });

  test("that needs more lines than there are is refused without being repeated", async () => {
    const long = `${"見本".repeat(50)}字`;
    await expect(print(long)).rejects.toThrow(expect.objectContaining({ field: "name", name: MisuseError.name }));
    await expect(print(long)).rejects.not.toThrow(/見本/);
    await expect(print("a".repeat(5_000_000))).rejects.toThrow(MisuseError);
  });

  test("of 1 to 60 characters of any kind is a picture within bounds that others read", async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        const { png, widthPx, heightPx, ink } = await print(text);
        expect([24 <= widthPx, widthPx <= 480, widthPx % 12, heightPx % 28]).toEqual([true, true, 0, 0]);
        expect(heightPx).toBeLessThanOrEqual(4 * 28);
        const rows = await rowsOf(png);
        expect([rows.length, rows[0]?.length]).toEqual([heightPx, widthPx]);
        expect(rows.join("")).toBe(Array.from(ink, (pixel) => (pixel === 1 ? "#" : ".")).join(""));
        expect(toHex(png)).toMatch(HEAD);
      }),
      { numRuns: 60 },
    );
  });
});

describe("the font of the card", () => {
  const names = (["1", "2"] as const).flatMap((sex) => all((draws) => drawGivenName(sex, draws)));
  const everyName = all(drawFamilyName).flatMap((family) => names.map((given) => writtenName({ family, given })));
  const everyPlace = [
    ...Array.from({ length: PLACE_NAMES }, (_, index) => placeName(index).ja),
    ...Array.from({ length: 1000 }, (_, index) => municipality(index)),
    fullWidth(1_234_567_890),
    drawAddress(0, () => 0).address,
  ];
  const population = new Population(7, { asOf: civilDate("2026-06-01") });
  const people = Array.from({ length: 500 }, (_, index) => population.personAt(index * 997));

  test("has every character of every name and address of the population", async () => {
    const font = await loadCardFont();
    const drawn = people.flatMap(({ name, address }) => [name, address]);
    const characters = new Set([...everyName, ...everyPlace, ...drawn].join(""));
    expect(characters.size).toBeGreaterThan(140);
    expect([...characters].filter((character) => font.glyph(character.codePointAt(0) ?? 0) === undefined)).toEqual([]);
  });

  test("has every old form that troubles receipt systems", async () => {
    const { replaced } = await print("髙﨑德濵邉邊齋靑﨟");
    expect(replaced).toEqual([]);
    expect(everyName.join("")).toMatch(/[髙﨑德]/);
  });
});
