import { join } from "node:path";
import type { Ended } from "./command.ts";
import type { Table } from "./stack.ts";

/** The two keys of the card as OpenSC numbers them, and what opens them (`madoguchi card`'s own secrets). */
export const KEYS = {
  authentication: { id: "01", secret: "1234", pkcs11Slot: 0, authority: "03" },
  signature: { id: "02", secret: "ABC123", pkcs11Slot: 1, authority: "04" },
} as const;

/** Name of a key of the card. */
export type KeyName = keyof typeof KEYS;

/** Slots OpenSC's PKCS#11 module gives each reader that has a card; it numbers all of them in one row. */
const SLOTS_PER_READER = 2;

/** `pkcs15-tool` on a reader. */
export function pkcs15(table: Table, reader: number, ...args: readonly string[]): Promise<Ended> {
  return table.run("pkcs15-tool", ["--reader", String(reader), ...args]);
}

/** Tries left of the PIN and of the sign password, as OpenSC asks for them. */
export async function triesLeft(table: Table, reader = 0): Promise<readonly number[]> {
  const { code, stdout, stderr } = await pkcs15(table, reader, "--list-pins");
  if (code !== 0) throw new Error(`pkcs15-tool --list-pins: ${stderr}`);
  return [...stdout.matchAll(/^\tTries left +: (\d+)$/gm)].map(([, tries]) => Number(tries));
}

/** Shows a PIN to the card. */
export function verifyPin(table: Table, key: KeyName, secret: string, reader = 0): Promise<Ended> {
  return pkcs15(table, reader, "--verify-pin", "--auth-id", KEYS[key].id, "--pin", secret);
}

/** Reads a certificate off the card into a file and returns its path. */
export async function certificateFile(table: Table, id: string, reader = 0): Promise<string> {
  const path = join(table.folder, `certificate-${reader}-${id}.pem`);
  const opened = id === "02" ? ["--verify-pin", "--auth-id", id, "--pin", KEYS.signature.secret] : [];
  const { code, stderr } = await pkcs15(table, reader, "--read-certificate", id, ...opened, "--output", path);
  if (code !== 0) throw new Error(`pkcs15-tool --read-certificate ${id}: ${stderr}`);
  return path;
}

/** Signs a file with `pkcs11-tool` and returns the path of the signature. */
export async function signWithPkcs11(
  table: Table,
  key: KeyName,
  message: string,
  { mechanism = "SHA256-RSA-PKCS", reader = 0 } = {},
): Promise<string> {
  const { id, secret, pkcs11Slot } = KEYS[key];
  const path = join(table.folder, `${reader}-${id}-${mechanism}.sig`);
  const slot = String(pkcs11Slot + SLOTS_PER_READER * reader);
  const login = ["--slot-index", slot, "--login", "--pin", secret];
  const what = ["--sign", "--mechanism", mechanism, "--id", id, "--input-file", message, "--output-file", path];
  const { code, stderr } = await table.run("pkcs11-tool", [...login, ...what]);
  if (code !== 0) throw new Error(`pkcs11-tool --sign: ${stderr}`);
  return path;
}
