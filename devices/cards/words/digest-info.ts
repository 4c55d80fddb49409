import type { Bilingual } from "../../../simulator/kernel/bilingual.ts";
import { toHex } from "../../../simulator/kernel/bytes.ts";

interface DigestAlgorithm {
  readonly name: string;
  /** Object identifier, content octets in hexadecimal. */
  readonly oid: string;
  readonly lengthBytes: number;
}

/** RFC 8017 §9.2 note 1. */
const ALGORITHMS: readonly DigestAlgorithm[] = [
  { name: "SHA-1", oid: "2B0E03021A", lengthBytes: 20 },
  { name: "SHA-256", oid: "608648016503040201", lengthBytes: 32 },
  { name: "SHA-384", oid: "608648016503040202", lengthBytes: 48 },
  { name: "SHA-512", oid: "608648016503040203", lengthBytes: 64 },
];

/** What goes before the digest: SEQUENCE { SEQUENCE { OID, NULL? }, OCTET STRING }. All lengths are below 128. */
function prefix({ oid, lengthBytes }: DigestAlgorithm, withNull: boolean): string {
  const element = (tag: string, content: string, more = 0): string =>
    `${tag}${(content.length / 2 + more).toString(16).toUpperCase().padStart(2, "0")}${content}`;
  const algorithm = element("30", element("06", oid) + (withNull ? "0500" : ""));
  return element("30", algorithm + element("04", "", lengthBytes), lengthBytes);
}

const FORMS = ALGORITHMS.flatMap((algorithm) =>
  [true, false].map((withNull) => ({ ...algorithm, withNull, prefix: prefix(algorithm, withNull) })),
);

/**
 * A DigestInfo by its algorithm, undefined for other bytes. Some clients leave the NULL out; the card signs either form
 * (my-number-card.md §2.6).
 */
export function digestInfoText(data: Uint8Array): Bilingual | undefined {
  const written = toHex(data);
  const form = FORMS.find(
    ({ prefix, lengthBytes }) => written.startsWith(prefix) && written.length === prefix.length + lengthBytes * 2,
  );
  if (form === undefined) return undefined;
  const { name, withNull } = form;
  return {
    ja: `DigestInfo（${name}${withNull ? "" : "、NULLなし"}）`,
    en: `a DigestInfo of ${name}${withNull ? "" : " without NULL"}`,
  };
}
