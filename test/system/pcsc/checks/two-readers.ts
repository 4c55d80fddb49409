import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { certificateFile, KEYS, signWithPkcs11, triesLeft, verifyPin } from "../opensc.ts";
import { signatureVerdict } from "../openssl.ts";
import { type Stack, tableOf } from "../stack.ts";
import { messageFile } from "./signing.ts";

/** Two cards in two readers do not meet. */
export function twoReaders(stack: () => Stack): void {
  describe("two cards in two readers", () => {
    const laid = tableOf(stack, ["employee", "colleague"]);

    test("sign at the same time, each with its own key", async () => {
      const table = laid();
      const message = messageFile(table);
      const certificates = await Promise.all(
        [0, 1].map((reader) => certificateFile(table, KEYS.authentication.id, reader)),
      );
      expect(new Set(certificates.map((path) => readFileSync(path, "utf8"))).size).toBe(2);
      const signatures = await Promise.all(
        [0, 1].map((reader) => signWithPkcs11(table, "authentication", message, { reader })),
      );
      for (const [at, certificate] of certificates.entries())
        for (const [by, signature] of signatures.entries())
          expect(await signatureVerdict(table, certificate, signature, message)).toBe(
            at === by ? "Verified OK" : "Verification failure",
          );
    });

    test("count wrong PINs each for itself", async () => {
      const table = laid();
      await verifyPin(table, "authentication", "9999", 1);
      expect([await triesLeft(table, 0), await triesLeft(table, 1)]).toEqual([
        [3, 5],
        [2, 5],
      ]);
    });
  });
}
