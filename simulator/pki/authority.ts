import type { KeyObject } from "node:crypto";
import type { Name } from "@peculiar/asn1-x509";
import { addDays, addMonths, type CivilDate, lastSecondMs, midnightMs } from "../kernel/civil-time.ts";
import { ensure, MisuseError } from "../kernel/errors.ts";
import { type Certificate, readCertificate } from "./certificate.ts";
import { distinguishedName } from "./distinguished-name.ts";
import * as extensions from "./extensions.ts";
import { type KeyRole, simulationKey } from "./simulation-keys.ts";
import { type CertificateContent, writeCertificate } from "./x509-writer.ts";

interface AuthorityRow {
  readonly key: KeyRole;
  readonly name: Name;
  /** The name in Japanese, for alternative names and as the place of the revocation list (§4.1). */
  readonly japaneseName: Name;
}

/**
 * The CAs of the simulation: one tier, each signs end entities itself. The shape is my-number-card.md §4.1; every name is
 * ours (§8 D-11, readers-and-line.md §17) and says SIMULATION.
 */
const AUTHORITIES = {
  "user-authentication": {
    key: "user-authentication-ca",
    name: distinguishedName(
      ["C", "JP"],
      ["O", "SIM-JPKI"],
      ["OU", "JPKI for user authentication"],
      ["OU", "SIMULATION"],
    ),
    japaneseName: distinguishedName(["C", "JP"], ["O", "模擬 公的個人認証サービス SIMULATION"]),
  },
  signature: {
    key: "signature-ca",
    name: distinguishedName(["C", "JP"], ["O", "SIM-JPKI"], ["OU", "JPKI for digital signature"], ["OU", "SIMULATION"]),
    japaneseName: distinguishedName(["C", "JP"], ["O", "模擬 公的個人認証サービス SIMULATION"]),
  },
  terminal: {
    key: "terminal-ca",
    name: distinguishedName(["C", "JP"], ["O", "SIM-OQS"], ["OU", "terminal certificates"], ["OU", "SIMULATION"]),
    japaneseName: distinguishedName(["C", "JP"], ["O", "模擬 共通認証局 SIMULATION"]),
  },
} as const satisfies Readonly<Record<string, AuthorityRow>>;

export type AuthorityKind = keyof typeof AUTHORITIES;

/** A CA of the simulated world. */
export interface Authority {
  readonly kind: AuthorityKind;
  readonly certificate: Certificate;
}

const AUTHORITY_MONTHS = 120; // the generations of §4.1 last ten years
const TERMINAL_MONTHS = 39; // 3 years 3 months, readers-and-line.md §10.3
const POLICY = "1.2.392.200149.8.5.1.3.30"; // the real policy, kept so that policy checks can be tested (§8 D-11)
const CPS_URL = "http://cps.sim.invalid/user-authentication";
const OCSP_URL = "http://ocsp.sim.invalid/user-authentication";
const revocationListUrl = (kind: AuthorityKind): string => `http://crl.sim.invalid/${kind}.crl`;

/**
 * A self-signed CA, valid for ten years from the start of `validFrom` in Japan. The world names a day some years before
 * its epoch, so that end entities fit inside. Its serial is that day, digit for digit.
 */
export function createAuthority(kind: AuthorityKind, validFrom: CivilDate): Authority {
  const { key, name, japaneseName } = AUTHORITIES[kind];
  const { privateKey, publicKey } = simulationKey(key);
  const content: CertificateContent = {
    serial: validFrom,
    issuer: name,
    subject: name,
    notBeforeMs: midnightMs(validFrom),
    notAfterMs: lastSecondMs(addDays(addMonths(validFrom, AUTHORITY_MONTHS), -1)),
    publicKey,
    extensions: [
      extensions.subjectKeyIdentifier(publicKey),
      extensions.authorityUse,
      extensions.authorityConstraint,
      extensions.subjectAlternativeName(japaneseName),
      extensions.revocationListAt({ directoryName: japaneseName }),
    ],
  };
  return { kind, certificate: readOwn(writeCertificate(content, privateKey)) };
}

/** What the municipality orders for a holder of a card. */
export interface UserCertificateRequest {
  /** 発行番号: upper-case hexadecimal, by custom 4 bytes, first byte not 00 (§4.2). */
  readonly serial: string;
  /** Whole seconds; the end normally is the last second of {@link userCertificateEnd}. */
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
  return issue(authority, { ...request, subject }, [
    extensions.signingUse,
    extensions.certificatePolicy(POLICY, CPS_URL),
    extensions.issuerAlternativeName(AUTHORITIES[authority.kind].japaneseName),
    extensions.ocspAt(OCSP_URL),
  ]);
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
  return issue(authority, { serial, subject, notBeforeMs, notAfterMs, publicKey }, [
    extensions.signingUse,
    extensions.clientAuthentication,
  ]);
}

/**
 * Last day of a user certificate: the 5th birthday after the day of issue (my-number-card.md §4.2). A birthday that falls
 * on the day of issue does not count. Born on 29 February: 28 February in short years (ours, no public text).
 */
export function userCertificateEnd(issuedOn: CivilDate, birthdate: CivilDate): CivilDate {
  if (birthdate > issuedOn) throw new MisuseError("issuedOn", `${issuedOn} lies before the birth date`);
  const yearsTo = Number(issuedOn.slice(0, 4)) - Number(birthdate.slice(0, 4));
  const firstIsThisYear = addMonths(birthdate, 12 * yearsTo) > issuedOn;
  return addMonths(birthdate, 12 * (yearsTo + (firstIsThisYear ? 4 : 5)));
}

type EndEntity = Omit<CertificateContent, "issuer" | "extensions">;

/** Adds what every end entity of an authority carries, and signs. */
function issue({ kind }: Authority, entity: EndEntity, own: CertificateContent["extensions"]): Certificate {
  const { key, name } = AUTHORITIES[kind];
  const { privateKey, publicKey } = simulationKey(key);
  const common = [
    extensions.authorityKeyIdentifier(publicKey),
    extensions.subjectKeyIdentifier(entity.publicKey),
    extensions.revocationListAt({ url: revocationListUrl(kind) }),
  ];
  return readOwn(writeCertificate({ ...entity, issuer: name, extensions: [...common, ...own] }, privateKey));
}

function readOwn(der: Uint8Array): Certificate {
  const certificate = readCertificate(der);
  ensure(certificate !== undefined, "a certificate we wrote cannot be read");
  return certificate;
}
