import type { Rng } from "../../simulator/kernel/rng.ts";
import type { TerminalProfile } from "../../simulator/messages/profile.ts";
import type { ReadRefusal } from "../../simulator/messages/xml-reader.ts";
import { looksZipped, openZip } from "../../simulator/zip/zip-file.ts";
import { SALT_BYTES, zipOf } from "../../simulator/zip/zip-writer.ts";
import type { ExchangeFile } from "./ports.ts";

type ZipSettings = TerminalProfile["zip"];

/** A file's name and bytes; of a zip also what is in it. */
export type NamedBytes = Omit<ExchangeFile, "folder">;

/** Bulk results: two-step jobs, second step (receipt-system-interface.md §1.2). */
const BULK_RESULT = /^[A-Z]{3}mu[a-z]{3}02res_/i;
const EXTENSION = /\.[^.]*$/;

/** Whether a file of this name travels encrypted: `encrypt.conf` by the beginnings of names (§1.6). */
export function isEncrypted(name: string, { encrypt, plain }: ZipSettings): boolean {
  const begins = (prefix: string): boolean => name.toLowerCase().startsWith(prefix.toLowerCase());
  if (plain.some(begins)) return false;
  return encrypt.some((prefix) => prefix === "*" || begins(prefix));
}

/** The XML of a request that may be a zip (§8.6, ours): bytes, or why there are none. */
export function openRequest(
  { name, bytes }: NamedBytes,
  settings: ZipSettings,
  maxBytes: number,
): Uint8Array | ReadRefusal {
  if (!/\.zip$/i.test(name) && !looksZipped(bytes)) {
    if (!isEncrypted(name, settings)) return bytes;
    return { ok: false, code: "SIM-E-009", problem: MUST_BE_ZIP };
  }
  const xml = name.replace(EXTENSION, ".xml");
  const opened = openZip(bytes, { password: settings.password, name: xml, maxBytes });
  return opened.ok ? opened.bytes : { ok: false, code: "SIM-E-009", problem: opened.problem };
}

/** A result as it travels: encrypted, as a plain zip for bulk, or as it is. The entry has the same base name (§8.6). */
export function packResult({ name, bytes }: NamedBytes, settings: ZipSettings, rng: Rng): NamedBytes {
  const zipped = name.replace(EXTENSION, ".zip");
  if (isEncrypted(name, settings)) {
    const seal = { password: settings.password, salt: rng.bytes(SALT_BYTES) };
    return packed(zipped, (content) => zipOf(name, content, seal), bytes);
  }
  return settings.bulk === "zip" && BULK_RESULT.test(name)
    ? packed(zipped, (content) => zipOf(name, content), bytes)
    : { name, bytes };
}

function packed(name: string, repack: (content: Uint8Array) => Uint8Array, content: Uint8Array): NamedBytes {
  const zip = repack(content);
  return { name, bytes: zip, packed: { zip, content, repack } };
}

const MUST_BE_ZIP = {
  ja: "この種類の要求はパスワード付きzipで送ってください（zip.encrypt）。",
  en: "requests of this kind must be a zip with a password (zip.encrypt)",
};
