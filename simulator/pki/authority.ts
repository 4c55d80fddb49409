import type { KeyObject } from "node:crypto";
import { addMonths, type CivilDate, endOfTerm, lastSecondMs, midnightMs } from "../kernel/civil-time.ts";
import { ensure } from "../kernel/errors.ts";
import { AUTHORITIES } from "./authority-table.ts";
import { type Certificate, readCertificate } from "./certificate.ts";
import { distinguishedName } from "./distinguished-name.ts";
import * as extensions from "./extensions.ts";
import { checkedInKeys, type KeySource } from "./key-source.ts";
import type { KeyPair } from "./simulation-keys.ts";
import { type CertificateContent, writeCertificate } from "./x509-writer.ts";

export type AuthorityKind = keyof typeof AUTHORITIES;

/** A CA of the simulated world. */
export interface Authority {
  readonly kind: AuthorityKind;
  readonly certificate: Certificate;
  /** Signs what this CA issues. The generations of a CA share one name and are told apart by the key alone (§4.1). */
  readonly key: KeyPair;
}

const AUTHORITY_MONTHS = 120; // the generations of my-number-card.md §4.1 last ten years
const TERMINAL_MONTHS = 39; // 3 years 3 months, readers-and-line.md §10.3
/** The real policy, kept so that policy checks can be tested (my-number-card.md §8 D-11). */
const USER_POLICY = "1.2.392.200149.8.5.1.3.30";
const USER_EXTENSIONS = [
  extensions.signingUse,
  extensions.certificatePolicy(USER_POLICY, "http://cps.sim.invalid/user-authentication"),
  AUTHORITIES["user-authentication"].issuerAlternativeName,
  extensions.ocspAt("http://ocsp.sim.invalid/user-authentication"),
];

/**
 * A self-signed CA with the first key of its kind, valid for ten years from the start of `validFrom` in Japan, for worlds
 * that found their own: they name a day some years before their epoch, so that end entities fit inside. The published
 * generations are in generations.ts.
 */
export function createAuthority(kind: AuthorityKind, validFrom: CivilDate, keys: KeySource = checkedInKeys): Authority {
  const lastDay = endOfTerm(validFrom, AUTHORITY_MONTHS);
  return selfSigned(kind, { from: validFrom, lastDay }, keys.keyOf(AUTHORITIES[kind].key));
}

/** A self-signed CA with a period and a key of its own. Its serial is its first day, digit for digit. */
export function selfSigned(
  kind: AuthorityKind,
  period: { readonly from: CivilDate; readonly lastDay: CivilDate },
  key: KeyPair,
): Authority {
  const { name, japaneseName } = AUTHORITIES[kind];
  const content: CertificateContent = {
    serial: period.from,
    issuer: name,
    subject: name,
    notBeforeMs: midnightMs(period.from),
    notAfterMs: lastSecondMs(period.lastDay),
    publicKey: key.publicKey,
    extensions: [
      extensions.subjectKeyIdentifier(key.publicKey),
      extensions.authorityUse,
      extensions.authorityConstraint,
      extensions.subjectAlternativeName(japaneseName),
      extensions.revocationListAt({ directoryName: japaneseName }),
    ],
  };
  return { kind, key, certificate: readOwn(writeCertificate(content, key.privateKey)) };
}

/** What the municipality orders for a holder of a card. */
export interface UserCertificateRequest {
  /** 発行番号: upper-case hexadecimal, by custom 4 bytes, first byte not 00 (§4.2). */
  readonly serial: string;
  /** Whole seconds; the end normally is the last second of `userCertificateEnd` (certificate-end.ts). */
  readonly notBeforeMs: number;
  readonly notAfterMs: number;
  /** Opaque, 20 to 22 characters, digits with a letter at the end; never a name (§4.2). */
  readonly commonName: string;
  readonly publicKey: KeyObject;
}

/**
 * The 利用者証明用電子証明書, field by field as my-number-card.md §4.2. It holds no attribute of the person. A
 * {@link MisuseError} names a serial or a period that cannot be written.
 */
export function issueUserCertificate(authority: Authority, request: UserCertificateRequest): Certificate {
  const subject = distinguishedName(["C", "JP"], ["CN", request.commonName]);
  return issueEndEntity(authority, { ...request, subject }, USER_EXTENSIONS);
}

/** What a facility orders for its terminal (オンライン資格確認用電子証明書). */
export interface TerminalCertificateRequest {
  readonly serial: string;
  /** Issue date of the notice (証明書発行通知書), the first day of validity. */
  readonly issuedOn: CivilDate;
  readonly facilityCode: string;
  readonly publicKey: KeyObject;
}

/**
 * The terminal's client certificate for mutual TLS, valid 3 years 3 months from its issue date (readers-and-line.md
 * §10.3); that the last day counts whole, and the name `SIMULATION <facility code>`, are ours.
 */
export function issueTerminalCertificate(authority: Authority, request: TerminalCertificateRequest): Certificate {
  const { serial, issuedOn, facilityCode, publicKey } = request;
  const subject = distinguishedName(["C", "JP"], ["O", "SIM-OQS"], ["CN", `SIMULATION ${facilityCode}`]);
  const notBeforeMs = midnightMs(issuedOn);
  const notAfterMs = lastSecondMs(addMonths(issuedOn, TERMINAL_MONTHS));
  return issueEndEntity(authority, { serial, subject, notBeforeMs, notAfterMs, publicKey }, [
    extensions.signingUse,
    extensions.clientAuthentication,
  ]);
}

/** A certificate with what every end entity of an authority carries, besides its `own` extensions. */
export function issueEndEntity(
  { kind, key }: Authority,
  entity: Omit<CertificateContent, "issuer" | "extensions">,
  own: CertificateContent["extensions"],
): Certificate {
  const { name, revocationList } = AUTHORITIES[kind];
  const common = [
    extensions.authorityKeyIdentifier(key.publicKey),
    extensions.subjectKeyIdentifier(entity.publicKey),
    revocationList,
  ];
  return readOwn(writeCertificate({ ...entity, issuer: name, extensions: [...common, ...own] }, key.privateKey));
}

function readOwn(der: Uint8Array): Certificate {
  const certificate = readCertificate(der);
  ensure(certificate !== undefined, "a certificate we wrote cannot be read");
  return certificate;
}
