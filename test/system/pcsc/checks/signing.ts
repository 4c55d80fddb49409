import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { certificateFile, KEYS, type KeyName, signWithPkcs11 } from "../opensc.ts";
import { signatureVerdict } from "../openssl.ts";
import { type Stack, type Table, tableOf } from "../stack.ts";

const MESSAGE = "what is signed\n";

/** A file to sign. */
export function messageFile(table: Table, text = MESSAGE): string {
  const path = join(table.folder, "message.txt");
  writeFileSync(path, text);
  return path;
}

/** Both keys sign for OpenSC's two doors, and openssl verifies. */
export function signing(stack: () => Stack): void {
  describe.each(["authentication", "signature"] as const satisfies readonly KeyName[])("the %s key", (key) => {
    const { id, secret } = KEYS[key];
    const laid = tableOf(stack, ["employee"]);

    test("signs for pkcs15-crypt, and openssl verifies it over this message only", async () => {
      const table = laid();
      const message = messageFile(table);
      const [hash, signature] = [join(table.folder, "hash"), join(table.folder, "signature")];
      writeFileSync(hash, createHash("sha256").update(MESSAGE).digest());
      const how = ["--sign", "--sha-256", "--pkcs1", "--raw", "--pin", secret, "--key", id];
      const files = ["--input", hash, "--output", signature];
      expect(await table.run("pkcs15-crypt", ["--reader", "0", ...how, ...files])).toMatchObject({ code: 0 });
      const certificate = await certificateFile(table, id);
      expect(await signatureVerdict(table, certificate, signature, message)).toBe("Verified OK");
      messageFile(table, "something else\n");
      expect(await signatureVerdict(table, certificate, signature, message)).toBe("Verification failure");
    });

    test("signs for pkcs11-tool with every hash, and openssl verifies", async () => {
      const table = laid();
      const message = messageFile(table);
      const certificate = await certificateFile(table, id);
      for (const hash of ["sha1", "sha256", "sha384", "sha512"]) {
        const mechanism = hash === "sha1" ? "SHA1-RSA-PKCS" : `${hash.toUpperCase()}-RSA-PKCS`;
        const signature = await signWithPkcs11(table, key, message, { mechanism });
        expect(await signatureVerdict(table, certificate, signature, message, hash), hash).toBe("Verified OK");
      }
    });

    test("signs for nobody with a wrong PIN", async () => {
      const table = laid();
      const slot = String(KEYS[key].pkcs11Slot);
      const login = ["--slot-index", slot, "--login", "--pin", "000000".slice(0, secret.length)];
      const what = ["--sign", "--mechanism", "SHA256-RSA-PKCS", "--id", id, "--input-file", messageFile(table)];
      const { code, stderr } = await table.run("pkcs11-tool", [...login, ...what]);
      expect(code).not.toBe(0);
      expect(stderr).toContain("CKR_PIN_INCORRECT");
    });
  });
}
