import { CV_CA_DIGITS, cvKeyId, issueCvCertificate } from "./cv-certificate.ts";
import { checkedInKeys, type KeySource, keptBySource } from "./key-source.ts";
import { type KeyPair, type KeyRole, keyNumber } from "./simulation-keys.ts";

/** The hierarchies of CV certificates: of the card (MF), of its two surface applications, and of terminals (§1.9). */
export type CvChainKind = keyof typeof CV_CA_DIGITS;

/** A CV CA, a key, and the certificate of the one for the other. */
export interface CvChain {
  /** Signs the certificate. Its public key is on no card, but for the terminals' in EF 0016 (§1.9, §1.10). */
  readonly ca: KeyPair;
  /** 16 bytes. */
  readonly caKeyId: Uint8Array;
  readonly subject: KeyPair;
  /** 16 bytes. */
  readonly subjectKeyId: Uint8Array;
  /** 568 bytes; what the MF gives as content (my-number-card.md §1.7) begins behind the first five. */
  readonly certificate: Uint8Array;
}

const ROLES = {
  card: { ca: "card-cv-ca", subject: "card-cv" },
  cardSurface: { ca: "card-surface-cv-ca", subject: "card-surface-signer" },
  text: { ca: "text-cv-ca", subject: "text-signer" },
  terminal: { ca: "terminal-cv-ca", subject: "terminal-cv" },
} as const satisfies Readonly<Record<CvChainKind, { readonly ca: KeyRole; readonly subject: KeyRole }>>;

/** Numbers in key ids, ours: the CA is 001, the keys it certifies follow. */
const [CA_NUMBER, FIRST_SUBJECT] = ["001", 2];

const kept = keptBySource<CvChain>();

/**
 * The chain of a kind, made once for each source of keys. `index` is the holder's where the CA certifies several, cards or
 * terminals; as everywhere holders share the keys of a role, and with the key its id and certificate.
 */
export function cvChain(kind: CvChainKind, index = 0, keys: KeySource = checkedInKeys): CvChain {
  const number = keyNumber(ROLES[kind].subject, index);
  return kept(keys, `${kind}/${number}`, () => {
    const caKeyId = cvKeyId(CV_CA_DIGITS[kind], CA_NUMBER);
    const subjectKeyId = cvKeyId(CV_CA_DIGITS[kind], String(FIRST_SUBJECT + number).padStart(3, "0"));
    const [ca, subject] = [keys.keyOf(ROLES[kind].ca), keys.keyOf(ROLES[kind].subject, number)];
    const certificate = issueCvCertificate({ issuerKeyId: caKeyId, subjectKeyId, subjectKey: subject }, ca);
    return { ca, caKeyId, subject, subjectKeyId, certificate };
  });
}
