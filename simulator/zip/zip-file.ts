import { crc32, inflateRawSync } from "node:zlib";
import type { Bilingual } from "../kernel/bilingual.ts";
import { openAes } from "./aes-entry.ts";
import { openZipCrypto } from "./zip-crypto.ts";
import { readDirectory, type ZipEntry } from "./zip-directory.ts";

/** Bounds of an archive between the parties: one file, however it is packed (receipt-system-interface.md §1.6, §8.6). */
const MAX_ENTRIES = 16;

/** The file in an archive, or why there is none. Texts never name the password. */
export type OpenedZip =
  | {
      readonly ok: true;
      readonly name: string;
      /** Whether it lay there encrypted. */
      readonly sealed: boolean;
      readonly bytes: Uint8Array;
    }
  | { readonly ok: false; readonly problem: Bilingual };

/** How an archive is opened. */
export interface ZipOpening {
  /** Empty: none is set. */
  readonly password: string;
  /** The entry wanted; without it the first `*.xml` is taken (§1.6). Compared in any case. */
  readonly name: string;
  /** Unpacked bytes at most. */
  readonly maxBytes: number;
}

/** True when bytes begin like a zip. */
export const looksZipped = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

/**
 * Takes the one file out of an archive: plain, ZipCrypto, or AES of WinZip (AE-1 and AE-2). Never throws, and never unpacks
 * more than `maxBytes`, whatever the archive promises.
 */
export function openZip(archive: Uint8Array, { password, name, maxBytes }: ZipOpening): OpenedZip {
  const entries = readDirectory(archive, MAX_ENTRIES);
  if (entries === undefined) return refused(BROKEN);
  if (entries === "too-many") return refused(TOO_MANY);
  const wanted = entries.find((entry) => entry.name.toLowerCase() === name.toLowerCase());
  const entry = wanted ?? entries.find((candidate) => candidate.name.toLowerCase().endsWith(".xml"));
  if (entry === undefined) return refused(NO_XML);
  if (entry.sizeBytes > maxBytes) return refused(tooLarge(maxBytes));
  const packed = decrypted(entry, password);
  if ("problem" in packed) return { ok: false, ...packed };
  const method = entry.aes?.method ?? entry.method;
  const bytes = unpacked(packed.data, method, entry.sizeBytes);
  if (bytes === undefined) return refused(method === 0 || method === 8 ? BROKEN : OTHER_METHOD);
  // AE-2 keeps no CRC: its authentication code was checked.
  const intact = entry.aes?.version === 2 || crc32(bytes) === entry.crc;
  return intact ? { ok: true, name: entry.name, sealed: entry.encrypted, bytes } : refused(BROKEN);
}

function decrypted(
  { encrypted, aes, check, data }: ZipEntry,
  password: string,
): { readonly data: Uint8Array } | { readonly problem: Bilingual } {
  if (!encrypted) return { data };
  if (password === "") return { problem: NO_PASSWORD };
  if (aes === undefined) {
    const opened = openZipCrypto(data, password, check);
    return opened === undefined ? { problem: WRONG_PASSWORD } : { data: opened };
  }
  const opened = openAes(data, password, aes.strength);
  if ("data" in opened) return opened;
  return { problem: opened.problem === "broken" ? BROKEN : WRONG_PASSWORD };
}

/** Exactly the bytes the directory promised, or nothing: one more would mean that it lied. */
function unpacked(data: Uint8Array, method: number, sizeBytes: number): Uint8Array | undefined {
  if (method === 0) return data.length === sizeBytes ? data : undefined;
  if (method !== 8) return undefined;
  try {
    const bytes = inflateRawSync(data, { maxOutputLength: Math.max(1, sizeBytes) });
    return bytes.length === sizeBytes ? bytes : undefined;
  } catch {
    return undefined; // damaged, or larger than promised
  }
}

const refused = (problem: Bilingual): OpenedZip => ({ ok: false, problem });

const BROKEN = {
  ja: "zipファイルが壊れているか、パスワードが違います。作成し直してください。",
  en: "the zip is damaged, or was encrypted with another password; make it again",
};
const NO_XML = {
  ja: "zipの中にXMLファイルがありません。同じ名前のXMLを1つ入れてください。",
  en: "the zip holds no XML file; put one of the same name in",
};
const TOO_MANY = {
  ja: `zipの中のファイルが多すぎます（${MAX_ENTRIES}個まで）。同じ名前のXMLを1つだけ入れてください。`,
  en: `the zip holds more than ${MAX_ENTRIES} files; put one XML of the same name in`,
};
const NO_PASSWORD = {
  ja: "zipは暗号化されていますが、パスワードが設定されていません（zip.password）。",
  en: "the zip is encrypted and no password is set (zip.password)",
};
const WRONG_PASSWORD = {
  ja: "zipのパスワードが違います。双方の設定を確認してください。",
  en: "the password of the zip is another one; compare the settings of both sides",
};
const OTHER_METHOD = {
  ja: "zipの圧縮方式に対応していません。DeflateまたはStoreで作成してください。",
  en: "the zip uses another compression than deflate or store",
};
const tooLarge = (maxBytes: number): Bilingual => ({
  ja: `zipの中のファイルが大きすぎます。${maxBytes}バイト以内にしてください。`,
  en: `the file in the zip is too long; at most ${maxBytes} bytes`,
});
