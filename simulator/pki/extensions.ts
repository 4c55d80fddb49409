import { createHash, type KeyObject } from "node:crypto";
import { AsnConvert, OctetString } from "@peculiar/asn1-schema";
import {
  AccessDescription,
  AuthorityInfoAccessSyntax,
  AuthorityKeyIdentifier,
  BasicConstraints,
  CertificatePolicies,
  CRLDistributionPoints,
  DistributionPoint,
  DistributionPointName,
  ExtendedKeyUsage,
  Extension,
  GeneralName,
  IssueAlternativeName,
  id_ad_ocsp,
  id_ce_authorityKeyIdentifier,
  id_ce_basicConstraints,
  id_ce_certificatePolicies,
  id_ce_cRLDistributionPoints,
  id_ce_extKeyUsage,
  id_ce_issuerAltName,
  id_ce_keyUsage,
  id_ce_subjectAltName,
  id_ce_subjectKeyIdentifier,
  id_kp_clientAuth,
  id_pe_authorityInfoAccess,
  id_qt_csp,
  KeyIdentifier,
  KeyUsage,
  KeyUsageFlags,
  type Name,
  OtherName,
  PolicyInformation,
  PolicyQualifierInfo,
  SubjectAlternativeName,
  SubjectKeyIdentifier,
} from "@peculiar/asn1-x509";
import { derElement, readDerElement } from "./der.ts";

/*
 * The extensions our certificates carry, each as its own function of what varies (my-number-card.md §4.1 to §4.3).
 * URLs end in `.invalid`, so that no verifier ever reaches anything (§8 D-10).
 */

const [UTF8_STRING, IA5_STRING] = [0x0c, 0x16];
const strictUtf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** Critical: a key that signs challenges and handshakes. */
export const signingUse: Extension = extension(id_ce_keyUsage, new KeyUsage(KeyUsageFlags.digitalSignature), true);

/** Critical: a key that signs documents, which its holder shall not be able to disown (nonRepudiation, §4.3). */
export const documentSigningUse: Extension = extension(
  id_ce_keyUsage,
  new KeyUsage(KeyUsageFlags.digitalSignature | KeyUsageFlags.nonRepudiation),
  true,
);

/** Critical: a CA's key, certificates and revocation lists only. */
export const authorityUse: Extension = extension(
  id_ce_keyUsage,
  new KeyUsage(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign),
  true,
);

/** Critical: the holder is a CA. */
export const authorityConstraint: Extension = extension(
  id_ce_basicConstraints,
  new BasicConstraints({ cA: true }),
  true,
);

/** The client's end of mutual TLS. */
export const clientAuthentication: Extension = extension(id_ce_extKeyUsage, new ExtendedKeyUsage([id_kp_clientAuth]));

/** Which key signed: issuers of one name are told apart by it. */
export function authorityKeyIdentifier(issuerKey: KeyObject): Extension {
  const keyIdentifier = new KeyIdentifier(keyDigest(issuerKey));
  return extension(id_ce_authorityKeyIdentifier, new AuthorityKeyIdentifier({ keyIdentifier }));
}

/** Which key is certified. */
export function subjectKeyIdentifier(publicKey: KeyObject): Extension {
  return extension(id_ce_subjectKeyIdentifier, new SubjectKeyIdentifier(keyDigest(publicKey)));
}

/** Critical: the policy, with the address of the practice statement (CPS). */
export function certificatePolicy(policyIdentifier: string, cpsUrl: string): Extension {
  // CPSuri is a bare IA5String, which asn1-x509 has no class for.
  const qualifier = derElement(IA5_STRING, Buffer.from(cpsUrl, "latin1"));
  const policyQualifiers = [
    new PolicyQualifierInfo({ policyQualifierId: id_qt_csp, qualifier: new Uint8Array(qualifier).buffer }),
  ];
  const policy = new PolicyInformation({ policyIdentifier, policyQualifiers });
  return extension(id_ce_certificatePolicies, new CertificatePolicies([policy]), true);
}

/** The issuer's name in Japanese. */
export function issuerAlternativeName(directoryName: Name): Extension {
  return extension(id_ce_issuerAltName, new IssueAlternativeName([new GeneralName({ directoryName })]));
}

/** A CA's own name in Japanese. */
export function subjectAlternativeName(directoryName: Name): Extension {
  return extension(id_ce_subjectAltName, new SubjectAlternativeName([new GeneralName({ directoryName })]));
}

/** Attributes of the holder, each an otherName with a UTF8String, in the order given. */
export function holderAttributes(attributes: readonly (readonly [typeId: string, text: string])[]): Extension {
  const names = attributes.map(([typeId, text]) => {
    const value = new Uint8Array(derElement(UTF8_STRING, Buffer.from(text, "utf8"))).buffer;
    return new GeneralName({ otherName: new OtherName({ typeId, value }) });
  });
  return extension(id_ce_subjectAltName, new SubjectAlternativeName(names));
}

/**
 * The otherNames with a UTF8String in a subjectAltName, as {@link holderAttributes} wrote them. Names of other kinds are
 * left out; throws when the extension is no subjectAltName, or a text no UTF-8.
 */
export function attributesIn({ extnValue }: Extension): readonly (readonly [typeId: string, text: string])[] {
  return AsnConvert.parse(extnValue.buffer, SubjectAlternativeName).flatMap(({ otherName }) => {
    const value = readDerElement(new Uint8Array(otherName?.value ?? new ArrayBuffer(0)));
    return otherName === undefined || value?.tag !== UTF8_STRING
      ? []
      : [[otherName.typeId, strictUtf8.decode(value.content)] as const];
  });
}

/** Where the revocation list is: a directory entry or an address. */
export function revocationListAt(place: { readonly directoryName: Name } | { readonly url: string }): Extension {
  const name = "url" in place ? { uniformResourceIdentifier: place.url } : { directoryName: place.directoryName };
  const distributionPoint = new DistributionPointName({ fullName: [new GeneralName(name)] });
  return extension(
    id_ce_cRLDistributionPoints,
    new CRLDistributionPoints([new DistributionPoint({ distributionPoint })]),
  );
}

/** Where the state of one certificate can be asked (OCSP). */
export function ocspAt(url: string): Extension {
  const accessLocation = new GeneralName({ uniformResourceIdentifier: url });
  const access = new AccessDescription({ accessMethod: id_ad_ocsp, accessLocation });
  return extension(id_pe_authorityInfoAccess, new AuthorityInfoAccessSyntax([access]));
}

function extension(extnID: string, value: object, critical = false): Extension {
  return new Extension({ extnID, critical, extnValue: new OctetString(AsnConvert.serialize(value)) });
}

/** Cards share keys: each is hashed once. */
const digests = new WeakMap<KeyObject, Uint8Array>();

/** SHA-1 over the bits of the key, RFC 5280 §4.2.1.2 method 1: for RSA those bits are its PKCS#1 form. */
function keyDigest(publicKey: KeyObject): Uint8Array {
  const known = digests.get(publicKey);
  if (known !== undefined) return known;
  const bits = publicKey.export({ type: "pkcs1", format: "der" });
  const digest = createHash("sha1").update(bits).digest();
  digests.set(publicKey, digest);
  return digest;
}
