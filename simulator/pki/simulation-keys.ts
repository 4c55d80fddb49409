import { createPrivateKey, createPublicKey, type KeyObject } from "node:crypto";
import { ensure } from "../kernel/errors.ts";
import { modulusOf } from "./rsa-public-key.ts";
import { SIMULATION_KEY_DATA } from "./simulation-key-data.ts";

/** What a SIMULATION key is for; a role may have several keys, told apart by an index. */
export type KeyRole = keyof typeof SIMULATION_KEY_DATA;

/** Every role there is. */
export const KEY_ROLES = Object.keys(SIMULATION_KEY_DATA) as readonly KeyRole[];

/** An RSA-2048 key pair with public exponent 65537. SIMULATION only, worthless as a secret. */
export interface KeyPair {
  /** Role and index, such as `card-authentication/3`. */
  readonly name: string;
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
  /** 256 bytes, most significant first. */
  readonly modulus: Uint8Array;
}

const parsed = new Map<string, KeyPair>();

/**
 * The key of a role. A role with n keys serves any number of holders: holder i has key i modulo n, so persons share keys
 * but never certificates (ours: a key for everybody would prove nothing more and take minutes to make).
 */
export function simulationKey(role: KeyRole, index = 0): KeyPair {
  const number = keyNumber(role, index);
  const name = `${role}/${number}`;
  const known = parsed.get(name);
  if (known !== undefined) return known;
  const pem = SIMULATION_KEY_DATA[role][number];
  ensure(pem !== undefined, `role ${role} has no key`);
  const pair = readKeyPair(name, pem);
  parsed.set(name, pair);
  return pair;
}

/** Which of a role's n keys holder `index` has, 0 to n − 1. A Defect when the index is no whole number from 0 on. */
export function keyNumber(role: KeyRole, index: number): number {
  ensure(Number.isSafeInteger(index) && index >= 0, `the index of a key is a whole number from 0 on, not ${index}`);
  return index % SIMULATION_KEY_DATA[role].length;
}

function readKeyPair(name: string, pem: string): KeyPair {
  const privateKey = createPrivateKey(pem);
  const publicKey = createPublicKey(privateKey);
  return { name, privateKey, publicKey, modulus: modulusOf(publicKey) };
}
