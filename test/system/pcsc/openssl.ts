import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Table } from "./stack.ts";

/** What openssl says; it fails when openssl does. */
async function openssl(table: Table, ...args: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await table.run("openssl", args);
  if (code !== 0) throw new Error(`openssl ${args[0]}: ${stderr}`);
  return stdout;
}

/** Shows parts of a certificate, such as `-subject`. */
export function shown(table: Table, certificate: string, ...options: readonly string[]): Promise<string> {
  return openssl(table, "x509", "-noout", "-nameopt", "utf8,sep_comma_plus", ...options, "-in", certificate);
}

/** The verdict of `openssl verify`, by RFC 5280 strictly and by today's date; nothing but `authority` is trusted. */
export async function chainVerdict(table: Table, certificate: string, authority: string): Promise<string> {
  const alone = ["-x509_strict", "-no-CApath", "-no-CAstore", "-CAfile", authority];
  const { stdout, stderr } = await table.run("openssl", ["verify", ...alone, certificate]);
  return stdout + stderr;
}

/** The verdict on a signature of a file by the key of a certificate: `Verified OK` or `Verification failure`. */
export async function signatureVerdict(
  table: Table,
  certificate: string,
  signature: string,
  message: string,
  hash = "sha256",
): Promise<string> {
  const key = join(table.folder, "key.pem");
  writeFileSync(key, await openssl(table, "x509", "-noout", "-pubkey", "-in", certificate));
  const { stdout } = await table.run("openssl", ["dgst", `-${hash}`, "-verify", key, "-signature", signature, message]);
  return stdout.trim();
}
