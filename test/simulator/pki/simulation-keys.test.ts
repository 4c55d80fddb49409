import { sign, verify } from "node:crypto";
import { expect, test } from "vitest";
import { SIMULATION_KEY_DATA } from "../../../simulator/pki/simulation-key-data.ts";
import { type KeyRole, simulationKey } from "../../../simulator/pki/simulation-keys.ts";

const roles = Object.keys(SIMULATION_KEY_DATA) as KeyRole[];
const message = Uint8Array.of(1, 2, 3);

test("every checked-in key is RSA-2048 with exponent 65537, signs and verifies, and stands there once", () => {
  const seen = new Set<string>();
  for (const role of roles) {
    for (const index of SIMULATION_KEY_DATA[role].keys()) {
      const { privateKey, publicKey, modulus } = simulationKey(role, index);
      expect(publicKey.asymmetricKeyDetails).toEqual({ modulusLength: 2048, publicExponent: 65537n });
      expect(verify("sha256", message, publicKey, sign("sha256", message, privateKey))).toBe(true);
      expect(modulus.length).toBe(256);
      seen.add(Buffer.from(modulus).toString("hex"));
    }
  }
  expect(seen.size).toBe(roles.reduce((sum, role) => sum + SIMULATION_KEY_DATA[role].length, 0));
});

test("holder i of a role with n keys has key i modulo n", () => {
  const count = SIMULATION_KEY_DATA["card-authentication"].length;
  expect(simulationKey("card-authentication", 3 + 1000 * count)).toBe(simulationKey("card-authentication", 3));
  expect(simulationKey("card-authentication", 3)).not.toBe(simulationKey("card-authentication", 4));
});

test("a key index that is no whole number from 0 on is a defect", () => {
  for (const index of [-1, 0.5, Number.NaN]) expect(() => simulationKey("terminal-tls", index)).toThrow("index");
});
