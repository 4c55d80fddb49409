import type { Bilingual } from "../../simulator/kernel/bilingual.ts";
import type { Rng } from "../../simulator/kernel/rng.ts";
import type { TerminalProfile } from "../../simulator/messages/profile.ts";
import type { ReadRefusal } from "../../simulator/messages/xml-reader.ts";
import { looksZipped, openZip } from "../../simulator/zip/zip-file.ts";
import { SALT_BYTES, zipOf } from "../../simulator/zip/zip-writer.ts";
import type { ExchangeFile } from "./ports.ts";

type ZipSettings = TerminalProfile["zip"];

/** A file's name and bytes; of a zip also what is in it. */
export type NamedBytes = Omit<ExchangeFile, "folder">;

/** Kinds of bulk results: two-step jobs, second step (receipt-system-interface.md §1.2); 12 is that of our own kinds (§8.3). */
const BULK_RESULT = /^[A-Z]{3}mu[a-z]{3}[01]2$/;
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
  const mustBeSealed = isEncrypted(name, settings);
  if (!/\.zip$/i.test(name) && !looksZipped(bytes)) return mustBeSealed ? refused(MUST_BE_SEALED) : bytes;
  const xml = name.replace(EXTENSION, ".xml");
  const opened = openZip(bytes, { password: settings.password, name: xml, maxBytes });
  if (!opened.ok) return refused(opened.problem);
  return mustBeSealed && !opened.sealed ? refused(MUST_BE_SEALED) : opened.bytes;
}

/**
 * A result of a kind as it travels: encrypted, as a plain zip for bulk, or as it is. The entry has the same base name (§8.6).
 * `encrypt.conf` goes by names of files; what is bulk goes by the kind, whatever its files are called (§8.3).
 */
export function packResult(kind: string, { name, bytes }: NamedBytes, settings: ZipSettings, rng: Rng): NamedBytes {
  const zipped = name.replace(EXTENSION, ".zip");
  if (isEncrypted(name, settings)) {
    const seal = { password: settings.password, salt: rng.bytes(SALT_BYTES) };
    return packed(zipped, (content) => zipOf(name, content, seal), bytes);
  }
  return settings.bulk === "zip" && BULK_RESULT.test(kind)
    ? packed(zipped, (content) => zipOf(name, content), bytes)
    : { name, bytes };
}

function packed(name: string, repack: (content: Uint8Array) => Uint8Array, content: Uint8Array): NamedBytes {
  const zip = repack(content);
  return { name, bytes: zip, packed: { zip, content, repack } };
}

const refused = (problem: Bilingual): ReadRefusal => ({ ok: false, code: "SIM-E-009", problem });

const MUST_BE_SEALED = {
  ja: "この種類の要求はパスワード付きzipで送ってください（zip.encrypt）。",
  en: "requests of this kind must be a zip with a password (zip.encrypt)",
};
