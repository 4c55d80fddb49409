import { expect, test } from "vitest";
import { modulusOf, rsaPublicKey } from "../../../simulator/pki/rsa-public-key.ts";
import { simulationKey } from "../../../simulator/pki/simulation-keys.ts";

test("a modulus becomes the key it came from", () => {
  const { modulus, publicKey } = simulationKey("card-internal-authentication");
  expect(rsaPublicKey(modulus)?.equals(publicKey)).toBe(true);
  expect(modulusOf(publicKey)).toEqual(modulus);
});

test("bytes that are no modulus of 2048 bits give no key", () => {
  for (const bytes of [new Uint8Array(0), new Uint8Array(256), new Uint8Array(255).fill(0xff)]) {
    expect(rsaPublicKey(bytes)).toBeUndefined();
  }
});
