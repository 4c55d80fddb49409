import { AsnConvert } from "@peculiar/asn1-schema";
import * as asn from "@peculiar/asn1-x509";
import type { Certificate } from "../../../simulator/pki/certificate.ts";

/** The signed part of a certificate, taken apart. */
export function parse({ der }: Certificate): asn.TBSCertificate {
  return AsnConvert.parse(der, asn.Certificate).tbsCertificate;
}

/** The extension with an id; it must stand there once. */
export function extensionOf(certificate: Certificate, id: string): asn.Extension {
  const found = parse(certificate).extensions?.filter(({ extnID }) => extnID === id) ?? [];
  const [only] = found;
  if (only === undefined || found.length > 1) throw new Error(`${found.length} extensions ${id}`);
  return only;
}

/** Ids of all extensions, sorted. */
export function extensionIds(certificate: Certificate): readonly string[] {
  return (parse(certificate).extensions ?? []).map(({ extnID }) => extnID).sort();
}

/** Texts of a name, such as `O=SIM-JPKI`, in order; types other than C, O, OU, L and CN by their number. */
export function attributesOf(name: asn.Name): readonly string[] {
  const short: Readonly<Record<string, string>> = {
    "2.5.4.3": "CN",
    "2.5.4.6": "C",
    "2.5.4.7": "L",
    "2.5.4.10": "O",
    "2.5.4.11": "OU",
  };
  return name.flatMap((rdn) => [...rdn].map(({ type, value }) => `${short[type] ?? type}=${value.toString()}`));
}
