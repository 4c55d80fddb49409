import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { meaningOf, SW, triesLeftText } from "../../../devices/iso7816/status-word.ts";

/** Status words of my-number-card.md §2.8, the named faults among them. */
const LISTED = [
  "9000 6282 6283 6300 6400 6401 6581 66F1 6700 6882 6981 6982 6983 6984 6985 6986 6988 69FC",
  "6A80 6A81 6A82 6A83 6A86 6A87 6A88 6B00 6D00 6E00 6F00",
]
  .join(" ")
  .split(" ");

describe("the meaning of a status word", () => {
  it.each(LISTED)("%s has words of its own", (word) => {
    const sw = Number.parseInt(word, 16);
    expect(Object.values(SW)).toContain(sw);
    expect(meaningOf(sw).en).not.toMatch(/unknown status/);
  });

  it("no two status words share their words, so a reader can tell them apart", () => {
    const words = Object.values(SW).map((sw) => JSON.stringify(meaningOf(sw)));
    expect(new Set(words).size).toBe(words.length);
  });

  it.each([
    [0x63c0, "verification failed, no try left", "照合不一致（残り0回）"],
    [0x63c1, "verification failed, 1 try left", "照合不一致（残り1回）"],
    [0x63c3, "verification failed, 3 tries left", "照合不一致（残り3回）"],
    [0x6110, "done, 16 bytes more to fetch", "正常終了（残り16バイト）"],
    [0x6100, "done, 256 bytes more to fetch", "正常終了（残り256バイト）"],
    [0x6c20, "wrong Le, 32 is right", "Leの誤り（32が正しい）"],
    [0x6a99, "wrong parameters", "パラメータの誤り"],
    [0x1234, "unknown status", "不明な応答"],
  ])("%s is read with the number or the class in it", (sw, en, ja) => {
    expect(meaningOf(sw)).toEqual({ en, ja });
  });

  it("any number has words in both languages", () => {
    fc.assert(fc.property(fc.integer(), (sw) => meaningOf(sw).ja !== "" && meaningOf(sw).en !== ""));
  });

  it("tries left are counted in words", () => {
    expect([0, 1, 2].map((tries) => triesLeftText(tries).en)).toEqual(["no try left", "1 try left", "2 tries left"]);
  });
});
