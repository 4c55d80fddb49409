import { AsnConvert } from "@peculiar/asn1-schema";
import * as asn from "@peculiar/asn1-x509";
import { type Authority, issueEndEntity, type UserCertificateRequest } from "./authority.ts";
import { AUTHORITIES } from "./authority-table.ts";
import { type Certificate, readCertificate } from "./certificate.ts";
import { distinguishedName } from "./distinguished-name.ts";
import * as extensions from "./extensions.ts";
import { holderFrom, type SignatureHolder, signatureAttributes } from "./signature-holder.ts";

/** The real policy, kept so that policy checks can be tested (my-number-card.md §4.3, §8 D-11). */
const POLICY = "1.2.392.200149.8.5.1.1.20";
const BEFORE_THE_HOLDER = [
  extensions.documentSigningUse,
  extensions.certificatePolicy(POLICY, "http://cps.sim.invalid/signature"),
  AUTHORITIES.signature.issuerAlternativeName,
];
const BEHIND_THE_HOLDER = [extensions.ocspAt("http://ocsp.sim.invalid/signature")];

/** What the municipality orders for a holder who wants to sign. */
export interface SignatureCertificateRequest extends UserCertificateRequest {
  /** Opaque, longer than that of the user certificate (my-number-card.md §4.3; 28 digits and a letter are ours). */
  readonly commonName: string;
  /**
   * The municipality, 1 to 64 characters. Roman letters become a PrintableString, Japanese ones a UTF8String; which the
   * real certificate has is not public, so the name as the address writes it will do (ours).
   */
  readonly locality: string;
  readonly holder: SignatureHolder;
}

/**
 * The 署名用電子証明書, field by field as my-number-card.md §4.3: the holder's four attributes stand in it, so the card
 * gives it away for the password only. A {@link MisuseError} names a field that cannot be written. 1.4 kB as a rule; with
 * an address of 200 characters more than 2,048 bytes.
 */
export function issueSignatureCertificate(authority: Authority, request: SignatureCertificateRequest): Certificate {
  const { serial, notBeforeMs, notAfterMs, publicKey, commonName, locality, holder } = request;
  const subject = distinguishedName(["C", "JP"], ["L", locality], ["CN", commonName]);
  return issueEndEntity(authority, { serial, notBeforeMs, notAfterMs, publicKey, subject }, [
    ...BEFORE_THE_HOLDER,
    extensions.holderAttributes(signatureAttributes(holder)),
    ...BEHIND_THE_HOLDER,
  ]);
}

/**
 * The holder in the signing certificate at the start of `der`; what follows the certificate is ignored. Undefined when there
 * is no certificate, or one without the six attributes; never throws. Says nothing about who signed it.
 */
export function readSignatureHolder(der: Uint8Array): Required<SignatureHolder> | undefined {
  const certificate = readCertificate(der);
  if (certificate === undefined) return undefined;
  try {
    const { tbsCertificate } = AsnConvert.parse(certificate.der, asn.Certificate);
    const names = tbsCertificate.extensions?.find(({ extnID }) => extnID === asn.id_ce_subjectAltName);
    return names === undefined ? undefined : holderFrom(extensions.attributesIn(names));
  } catch {
    return undefined; // the library throws on whatever it cannot read: a value here, as for every other bad file
  }
}
