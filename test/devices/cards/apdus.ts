import { createHash } from "node:crypto";
import { fromHex, toHex } from "../../../simulator/kernel/bytes.ts";

/* Commands in the notation of my-number-card.md §5, as hexadecimal text. */

const byte = (value: number): string => value.toString(16).padStart(2, "0");
const word = (value: number): string => value.toString(16).padStart(4, "0");

/** Lc and data; three bytes of Lc where one is not enough. */
export const body = (data: string): string => {
  const { length } = fromHex(data);
  return `${length > 255 ? `00${word(length)}` : byte(length)}${data}`;
};

/** ASCII as hexadecimal. */
export const ascii = (text: string): string => Buffer.from(text, "latin1").toString("hex");

export const AIDS = {
  jpki: "D392F000260100000001",
  "card-surface": "D3921000310001010402",
  "text-input": "D3921000310001010408",
  "common-card": "D3921000310001010100",
  "resident-register": "D3921000310001010401",
  "card-manager": "A0000001510000",
} as const;
export type ApplicationId = keyof typeof AIDS;

/** SELECT by name without FCI. */
export const select = (aid: string): string => `00A4040C${body(aid)}`;
/** 公的個人認証, 券面事項入力補助, 券面事項確認, 共通カード and 住基AP. */
export const J = select(AIDS.jpki);
export const X = select(AIDS["text-input"]);
export const V = select(AIDS["card-surface"]);
export const COMMON = select(AIDS["common-card"]);
export const REGISTER = select(AIDS["resident-register"]);

/** SELECT an EF of the current application. */
export const E = (fid: number): string => `00A4020C02${word(fid)}`;
/** Asks the tries left of the current PIN, or of the one with this short id. */
export const Q = "00200080";
export const queryOf = (sfi: number): string => `002000${byte(0x80 | sfi)}`;
/** VERIFY against the current PIN, or against the one with this short id. */
export const P = (digits: string): string => `00200080${body(ascii(digits))}`;
export const verifyBy = (sfi: number, digits: string): string => `002000${byte(0x80 | sfi)}${body(ascii(digits))}`;
/** READ BINARY of the current EF from an offset; `le` 256 is written 00. */
export const R = (offset: number, le: number): string => `00B0${word(offset)}${byte(le & 255)}`;
/** READ BINARY of the EF with this short id, whole, by extended Le. */
export const wholeBy = (sfi: number): string => `00B0${byte(0x80 | sfi)}00000000`;
/** CHANGE REFERENCE DATA of the current PIN, and CHANGE KEY. */
export const changeTo = (digits: string): string => `00240180${body(ascii(digits))}`;
export const changeKeyTo = (digits: string): string => `80320080${body(ascii(digits))}`;
/** GET DATA; objects above 256 bytes need the extended Le. */
export const getData = (tag: number, le = "00"): string => `00CA${word(tag)}${le}`;
/** COMPUTE DIGITAL SIGNATURE with the scheme P1 and the key P2. */
export const sign = (data: string, p2 = 0x80, p1 = 0): string =>
  `802A${byte(p1)}${byte(p2)}${body(data)}${fromHex(data).length > 255 ? "0000" : "00"}`;

/** What is signed everywhere here. */
export const MESSAGE = ascii("challenge of the centre");
export const HASH = createHash("sha256").update(fromHex(MESSAGE)).digest("hex");
/** DigestInfo of SHA-256, 51 bytes, and without NULL, 49 bytes (my-number-card.md §2.6). */
export const DIGEST_INFO = `3031300D060960864801650304020105000420${HASH}`;
export const DIGEST_INFO_WITHOUT_NULL = `302F300B0609608648016503040201 0420${HASH}`.replaceAll(" ", "");

/** Data and status word of an answer in hexadecimal. */
export const parts = (answer: string): { readonly data: Uint8Array; readonly sw: string } => ({
  data: fromHex(answer.slice(0, -4)),
  sw: answer.slice(-4),
});

/** Status word alone. */
export const swOf = (answer: string): string => answer.slice(-4);

/** The same bytes, written as the card answers them. */
export const hex = toHex;
