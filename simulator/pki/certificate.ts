import { type KeyObject, X509Certificate } from "node:crypto";
import { readDerElement } from "./der.ts";

const SEQUENCE = 0x30;

/** An X.509 certificate as a value: its bytes and what the simulated world asks of them (my-number-card.md §4). */
export interface Certificate {
  /** The DER object alone, without the padding a card file may carry behind it. */
  readonly der: Uint8Array;
  /** Upper-case hexadecimal, whole bytes. Of a user certificate this is the 発行番号 (§4.2). */
  readonly serial: string;
  /** First instant of validity, ms since 1970-01-01T00:00:00Z; whole seconds. */
  readonly notBeforeMs: number;
  /** Last second of validity, inclusive, ms since 1970-01-01T00:00:00Z. */
  readonly notAfterMs: number;
  /** Empty where the subject has none. */
  readonly subjectCommonName: string;
  readonly publicKey: KeyObject;
}

/**
 * Reads the certificate at the start of `bytes`. What follows the DER object is ignored: card files are padded with FF
 * (my-number-card.md §1.2). Undefined when no certificate stands there; never throws.
 */
export function readCertificate(bytes: Uint8Array): Certificate | undefined {
  const der = firstDerSequence(bytes);
  if (der === undefined) return undefined;
  try {
    const x509 = new X509Certificate(der);
    const [notBeforeMs, notAfterMs] = [x509.validFromDate.getTime(), x509.validToDate.getTime()];
    if (!Number.isFinite(notBeforeMs) || !Number.isFinite(notAfterMs)) return undefined;
    const subjectCommonName = commonName(x509.subject);
    const certificate = {
      der,
      serial: x509.serialNumber,
      notBeforeMs,
      notAfterMs,
      subjectCommonName,
      publicKey: x509.publicKey,
    };
    parsed.set(certificate, x509);
    return certificate;
  } catch {
    return undefined; // X509Certificate throws on whatever it cannot read: a value here, as for every other bad file
  }
}

/**
 * True when the CA's key made the signature. Names are not compared: all generations of one CA share one DN, so a
 * verifier has to try keys (my-number-card.md §4.1). Says nothing about dates.
 */
export function isIssuedBy(certificate: Certificate, ca: Certificate): boolean {
  return (parsed.get(certificate) ?? new X509Certificate(certificate.der)).verify(ca.publicKey);
}

/** What node made of a certificate when it was read: parsing twice would cost as much as verifying. */
const parsed = new WeakMap<Certificate, X509Certificate>();

/** Copy of the DER SEQUENCE at the start; undefined unless its header is sound and its content complete. */
function firstDerSequence(bytes: Uint8Array): Uint8Array | undefined {
  const element = readDerElement(bytes);
  return element?.tag === SEQUENCE ? bytes.slice(0, element.lengthBytes) : undefined;
}

/** node writes the subject as one `TYPE=value` a line, in the order of the certificate. */
function commonName(subject: string | undefined): string {
  const line = subject?.split("\n").findLast((rdn) => rdn.startsWith("CN="));
  return line?.slice("CN=".length) ?? "";
}
