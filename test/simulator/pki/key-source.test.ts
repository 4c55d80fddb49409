import { generateKeyPairSync, type KeyObject } from "node:crypto";
import { expect, test } from "vitest";
import { civilDate, midnightMs } from "../../../simulator/kernel/civil-time.ts";
import { createAuthority, issueUserCertificate } from "../../../simulator/pki/authority.ts";
import { isIssuedBy } from "../../../simulator/pki/certificate.ts";
import { verifyCvCertificate } from "../../../simulator/pki/cv-certificate.ts";
import { cvChain } from "../../../simulator/pki/cv-chain.ts";
import { authorityGenerations, authorityOf } from "../../../simulator/pki/generations.ts";
import { checkedInKeys, freshKeys } from "../../../simulator/pki/key-source.ts";
import { issueSignatureCertificate } from "../../../simulator/pki/signature-certificate.ts";
import { SIMULATION_KEY_DATA } from "../../../simulator/pki/simulation-key-data.ts";
import { KEY_ROLES, simulationKey } from "../../../simulator/pki/simulation-keys.ts";

const today = civilDate("2026-02-10");
const ALL_KEYS = KEY_ROLES.flatMap((role) => SIMULATION_KEY_DATA[role].map((_, index) => simulationKey(role, index)));
const real = (): KeyObject => generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey;

/** A generator that costs nothing: it deals out keys that exist, each once, and counts. */
function dealer(): { readonly deal: () => KeyObject; readonly dealt: () => number } {
  let count = 0;
  return {
    deal: () => {
      const key = ALL_KEYS[count++];
      if (key === undefined) throw new Error(`more than ${ALL_KEYS.length} keys were asked for`);
      return key.privateKey;
    },
    dealt: () => count,
  };
}

test("the default source has the keys of the repository", () => {
  expect(checkedInKeys.keyOf("card-signature", 9)).toBe(simulationKey("card-signature", 1));
  expect(checkedInKeys.keyOf("terminal-tls")).toBe(simulationKey("terminal-tls", 0));
});

test("a fresh key is made when it is first asked for, once, and shared by holders as checked-in keys are", () => {
  const { deal, dealt } = dealer();
  const keys = freshKeys(deal);
  expect(dealt()).toBe(0);
  const first = keys.keyOf("card-authentication", 2);
  expect(keys.keyOf("card-authentication", 10)).toBe(first);
  expect(dealt()).toBe(1);
  expect(keys.keyOf("card-authentication", 3)).not.toBe(first);
  expect(first.name).toBe("fresh/card-authentication/2");
  for (const index of [-1, 0.5, Number.NaN]) expect(() => keys.keyOf("terminal-tls", index)).toThrow("index");
});

test("roles that are not chosen keep their checked-in keys", () => {
  const { deal, dealt } = dealer();
  const keys = freshKeys(deal, ["card-authentication"]);
  expect(keys.keyOf("signature-ca", 1)).toBe(simulationKey("signature-ca", 1));
  expect(dealt()).toBe(0);
  expect(keys.keyOf("card-authentication").name).toMatch(/^fresh/);
});

test("a thousand cards, with everything on them, take no more keys than are checked in", () => {
  const { deal, dealt } = dealer();
  const keys = freshKeys(deal);
  for (let holder = 0; holder < 1_000; holder++) {
    for (const role of KEY_ROLES) keys.keyOf(role, holder);
    authorityOf("signature", today, keys);
    cvChain("card", holder, keys);
  }
  expect(dealt()).toBe(ALL_KEYS.length);
  expect(ALL_KEYS.length).toBeLessThanOrEqual(50);
});

test("a generator that gives another kind of key is a defect", () => {
  const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 1024 });
  const curve = generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey;
  for (const wrong of [privateKey, publicKey, simulationKey("terminal-tls").publicKey, curve]) {
    expect(() => freshKeys(() => wrong).keyOf("terminal-tls")).toThrow(/RSA-2048/);
  }
});

test("with fresh keys nothing checked in is trusted: CAs, certificates and CV certificates hold none of those keys", () => {
  const keys = freshKeys(real);
  const holder = { name: "模擬　花子", birthdate: civilDate("1990-01-01"), sex: "2", address: "架空県" } as const;
  const request = {
    serial: "01020304",
    notBeforeMs: midnightMs(today),
    notAfterMs: midnightMs(today),
    commonName: "0123456789012345678S",
  };
  const users = authorityOf("user-authentication", today, keys);
  const signers = authorityOf("signature", today, keys);
  const user = issueUserCertificate(users, { ...request, publicKey: keys.keyOf("card-authentication").publicKey });
  const signature = issueSignatureCertificate(signers, {
    ...request,
    publicKey: keys.keyOf("card-signature").publicKey,
    locality: "Aonami-shi",
    holder,
  });
  const terminals = createAuthority("terminal", today, keys);
  const chain = cvChain("text", 0, keys);

  expect(isIssuedBy(user, users.certificate)).toBe(true);
  expect(isIssuedBy(signature, signers.certificate)).toBe(true);
  expect(verifyCvCertificate(chain.certificate, chain.ca.publicKey)).toBeDefined();
  const certified = [user, signature, users.certificate, signers.certificate, terminals.certificate];
  for (const { publicKey, modulus } of ALL_KEYS) {
    for (const certificate of certified) {
      expect(certificate.publicKey.equals(publicKey)).toBe(false);
      expect(isIssuedBy(certificate, { ...certificate, publicKey })).toBe(false);
    }
    expect(Buffer.from(chain.certificate).includes(Buffer.from(modulus))).toBe(false);
    expect(verifyCvCertificate(chain.certificate, publicKey)).toBeUndefined();
  }
});

test("what is made from one source is not mistaken for another's", () => {
  const checkedIn = authorityOf("signature", today); // made first: it must not be handed out for the others
  const [keys, others] = [freshKeys(dealer().deal), freshKeys(dealer().deal)];
  expect(authorityOf("signature", today, keys)).not.toBe(checkedIn);
  expect(authorityOf("signature", today, others)).not.toBe(authorityOf("signature", today, keys));
  expect(authorityOf("signature", today)).toBe(checkedIn);
  expect(authorityOf("signature", today, keys)).toBe(authorityGenerations("signature", today, keys)[2]);
  expect(cvChain("card", 0, keys).certificate).not.toEqual(cvChain("card").certificate);
});
