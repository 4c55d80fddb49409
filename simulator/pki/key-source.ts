import { createPublicKey, type KeyObject } from "node:crypto";
import { ensure } from "../kernel/errors.ts";
import { modulusOf } from "./rsa-public-key.ts";
import { KEY_ROLES, type KeyPair, type KeyRole, keyNumber, simulationKey } from "./simulation-keys.ts";

/** Where a run takes its keys from. Everything that founds, issues or certifies asks one, and has a default. */
export interface KeySource {
  /** The key of a role; the index, 0 where left out, is the holder's: holder i of a role with n keys has key i modulo n. */
  keyOf(role: KeyRole, index?: number): KeyPair;
}

/** The keys of the repository: signatures repeat byte for byte, and everybody has the keys. The default everywhere. */
export const checkedInKeys: KeySource = { keyOf: simulationKey };

/**
 * Keys made for one run, for those who do not want keys that everybody has. A role outside `roles` keeps its checked-in
 * keys; with all roles, CAs among them, nothing checked in is trusted any more. A key is made when it is first asked for,
 * and a role has as many as are checked in: some 50 at most, however many cards there are (160 ms each, performance.md §2).
 *
 * `generate` gives a private RSA-2048 key with exponent 65537. It is an argument because it draws on ambient chance: the
 * edge passes it, and signatures of such a run do not repeat.
 */
export function freshKeys(generate: () => KeyObject, roles: readonly KeyRole[] = KEY_ROLES): KeySource {
  const made = new Map<string, KeyPair>();
  return {
    keyOf(role, index = 0) {
      if (!roles.includes(role)) return simulationKey(role, index);
      const name = `fresh/${role}/${keyNumber(role, index)}`;
      const known = made.get(name);
      if (known !== undefined) return known;
      const pair = keyPair(name, generate());
      made.set(name, pair);
      return pair;
    },
  };
}

/**
 * Remembers what is made from the keys of a source, by source and name: CAs and CV certificates serve many cards and cost
 * a signature each. Whoever uses it has a bounded number of names.
 */
export function keptBySource<T>(): (keys: KeySource, name: string, make: () => T) => T {
  const kept = new WeakMap<KeySource, Map<string, T>>();
  return (keys, name, make) => {
    const ofSource = kept.get(keys) ?? new Map<string, T>();
    kept.set(keys, ofSource);
    const known = ofSource.get(name) ?? make();
    ofSource.set(name, known);
    return known;
  };
}

function keyPair(name: string, privateKey: KeyObject): KeyPair {
  const { modulusLength, publicExponent } = privateKey.asymmetricKeyDetails ?? {};
  const fits = privateKey.type === "private" && modulusLength === 2048 && publicExponent === 65537n;
  ensure(fits, `the generator gave another key for ${name} than a private RSA-2048 key with exponent 65537`);
  const publicKey = createPublicKey(privateKey);
  return { name, privateKey, publicKey, modulus: modulusOf(publicKey) };
}
