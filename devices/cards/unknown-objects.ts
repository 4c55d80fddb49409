import type { CardObject } from "./application.ts";
import type { CardImage } from "./card-image.ts";
import { asTheyAre, bytesAsTheyAre, file } from "./elementary-file.ts";

/*
 * EFs that people found on their cards and nobody could explain (my-number-card.md §8 D-07): they are there, and they give
 * nothing away. SELECT 9000; READ 6982 on a file, 6981 on a key; VERIFY 6984. All of it our choice.
 */

/** An EF that exists and cannot be read. */
export function unknownFile(fid: number): CardObject<CardImage> {
  return file({
    fid,
    name: { ja: "用途不明のEF", en: "EF of unknown use" },
    unknown: true,
    read: "never",
    codec: bytesAsTheyAre,
    content: () => new Uint8Array(16).fill(0xff),
    vectors: asTheyAre("FF FF"),
  });
}

/** A key reference that exists and is blocked for good, taken out with the others where unknown objects are absent. */
export function unknownKey(fid: number): CardObject<CardImage> {
  return { ...blockedKey(fid), unknown: true };
}

/** A key reference that every card was found to have, blocked: query 63C0, VERIFY 6984 (my-number-card.md §1.5, EF 0012). */
export function blockedKey(fid: number): CardObject<CardImage> {
  return {
    kind: "pin",
    fid,
    name: { ja: "用途不明の鍵", en: "key of unknown use" },
    tries: () => 0,
    holds: "pin",
    digits: () => undefined,
  };
}
