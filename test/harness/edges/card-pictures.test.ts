import fc from "fast-check";
import sharp from "sharp";
import { beforeAll, describe, expect, test } from "vitest";
import { type CardTexts, drawCardPictures } from "../../../harness/edges/card-pictures.ts";
import { renderPortrait } from "../../../harness/edges/face-image.ts";
import { loadJpeg2000 } from "../../../harness/edges/jpeg2000.ts";
import { portraitFeatures } from "../../../harness/edges/portrait-features.ts";
import { rngFromSeed } from "../../../simulator/kernel/rng.ts";

const texts: CardTexts = {
  name: "見本　花子",
  address: "架空県青浪市若草一丁目２番３号",
  personalNumber: "123456789018",
  securityCode: "8064",
};

const DIGIT_WIDTH_PX = 6;
let shapes: ReadonlyMap<string, string>;

/** The picture cut into digits, each as text. */
async function digitsOf(png: Uint8Array): Promise<readonly string[]> {
  const { data, info } = await sharp(png).greyscale().raw().toBuffer({ resolveWithObject: true });
  return Array.from({ length: info.width / DIGIT_WIDTH_PX }, (_, digit) =>
    Array.from({ length: info.height }, (_, y) => {
      const from = y * info.width + digit * DIGIT_WIDTH_PX;
      return data.subarray(from, from + DIGIT_WIDTH_PX).toString("hex");
    }).join(" "),
  );
}

async function readDigits(png: Uint8Array): Promise<string> {
  return (await digitsOf(png)).map((shape) => shapes.get(shape) ?? "?").join("");
}

beforeAll(async () => {
  const { number } = await drawCardPictures({ ...texts, personalNumber: "012345678900" });
  const drawn = await digitsOf(number);
  shapes = new Map(drawn.slice(0, 10).map((shape, digit) => [shape, String(digit)]));
});

describe("the pictures of a card", () => {
  test.each([
    ["number", 72, 12],
    ["securityCode", 24, 12],
    ["name", 120, 28],
    ["address", 360, 28],
  ] as const)("have the size of their file: %s %d x %d, 1 bit a pixel", async (which, width, height) => {
    const png = (await drawCardPictures(texts))[which];
    expect(await sharp(png).metadata()).toMatchObject({ format: "png", width, height, space: "b-w", bitsPerSample: 1 });
  });

  test("show ten digits that nobody can mix up", () => {
    expect(shapes.size).toBe(10);
  });

  test("let the number and the security code be read back", async () => {
    const digits = (count: number) =>
      fc.array(fc.nat({ max: 9 }), { minLength: count, maxLength: count }).map((each) => each.join(""));
    await fc.assert(
      fc.asyncProperty(digits(12), digits(4), async (personalNumber, securityCode) => {
        const drawn = await drawCardPictures({ ...texts, personalNumber, securityCode });
        expect(await readDigits(drawn.number)).toBe(personalNumber);
        expect(await readDigits(drawn.securityCode)).toBe(securityCode);
      }),
      { numRuns: 20 },
    );
  });

  test("are the same for the same texts", async () => {
    expect(await drawCardPictures(texts)).toEqual(await drawCardPictures(texts));
  });

  test("hold the portrait as a grey JPEG 2000 of the same size", async () => {
    const portrait = await renderPortrait(portraitFeatures(rngFromSeed(4), { sex: "1", ageYears: 9 }));
    const { photo } = await drawCardPictures(texts, portrait);
    expect((await loadJpeg2000()).decode(photo)).toMatchObject({ widthPx: 240, heightPx: 320 });
  });

  test("have no photograph where there is no portrait", async () => {
    expect((await drawCardPictures(texts)).photo).toHaveLength(0);
  });

  test("report what the font lacks in name and address, each character once", async () => {
    const { replaced } = await drawCardPictures({ ...texts, name: "𠮷田　𠮷子", address: "架空県😀𠮷町" });
    expect(replaced).toEqual(["U+20BB7", "U+1F600"]);
    expect((await drawCardPictures(texts)).replaced).toEqual([]);
  });

  test.each([100, 200])("hold a name of 100 and an address of 200 characters, not one more (%d)", async (count) => {
    const field = count === 100 ? "name" : "address";
    const long = (length: number): CardTexts => ({ ...texts, [field]: "齋".repeat(length) });
    expect((await drawCardPictures(long(count)))[field].length).toBeLessThan(20_000);
    await expect(drawCardPictures(long(count + 1))).rejects.toThrow(expect.objectContaining({ field }));
  });

  test.each([
    ["personalNumber", "12345678901"],
    ["personalNumber", "1234567890123"],
    ["personalNumber", "12345678901\n"],
    ["personalNumber", "１２３４５６７８９０１８"],
    ["securityCode", "123"],
    ["securityCode", "12a4"],
  ] as const)("are refused for a %s of %j, which the message does not repeat", async (field, value) => {
    const drawing = drawCardPictures({ ...texts, [field]: value });
    await expect(drawing).rejects.toThrow(expect.objectContaining({ field, name: "MisuseError" }));
    await expect(drawing).rejects.not.toThrow(expect.objectContaining({ message: expect.stringContaining(value) }));
  });
});
