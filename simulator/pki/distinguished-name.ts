import { AttributeTypeAndValue, AttributeValue, Name, RelativeDistinguishedName } from "@peculiar/asn1-x509";
import { MisuseError } from "../kernel/errors.ts";

const TYPE = { C: "2.5.4.6", L: "2.5.4.7", O: "2.5.4.10", OU: "2.5.4.11", CN: "2.5.4.3" } as const;
const MAX_CHARACTERS = 64; // RFC 5280 appendix A.1, ub-common-name and its like
const PRINTABLE = /^[A-Za-z0-9 '()+,./:=?-]+$/;

/** One attribute of a distinguished name, such as `["O", "SIM-JPKI"]`. */
export type NameAttribute = readonly [type: keyof typeof TYPE, value: string];

/**
 * A distinguished name, one attribute an RDN, in the order given. PrintableString where the text allows it, UTF8String
 * elsewhere (RFC 5280 §4.1.2.4). A {@link MisuseError} names an attribute that is empty, too long or holds controls.
 */
export function distinguishedName(...attributes: readonly NameAttribute[]): Name {
  return new Name(attributes.map((attribute) => new RelativeDistinguishedName([typeAndValue(attribute)])));
}

function typeAndValue([type, text]: NameAttribute): AttributeTypeAndValue {
  if (text.length === 0 || text.length > MAX_CHARACTERS || /\p{Cc}/u.test(text)) {
    throw new MisuseError(type, `a name has 1 to ${MAX_CHARACTERS} characters and no control characters`);
  }
  const value = new AttributeValue(PRINTABLE.test(text) ? { printableString: text } : { utf8String: text });
  return new AttributeTypeAndValue({ type: TYPE[type], value });
}
