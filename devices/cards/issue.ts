import { sign } from "node:crypto";
import { sameBytes } from "../../simulator/kernel/bytes.ts";
import { drawDigits, type Rng } from "../../simulator/kernel/rng.ts";
import type { Authority } from "../../simulator/pki/authority.ts";
import type { Certificate } from "../../simulator/pki/certificate.ts";
import { CV_CA_DIGITS, cvKeyId, issueCvCertificate } from "../../simulator/pki/cv-certificate.ts";
import { cvChain } from "../../simulator/pki/cv-chain.ts";
import type { KeySource } from "../../simulator/pki/key-source.ts";
import { drawSerial } from "../../simulator/pki/serial.ts";
import { issueSignatureCertificate } from "../../simulator/pki/signature-certificate.ts";
import { type KeyPair, keyNumber } from "../../simulator/pki/simulation-keys.ts";
import { type Atr, MY_NUMBER_ATRS } from "../iso7816/atr.ts";
import { textHashes } from "./applications/text-input.ts";
import {
  type CardChain,
  type CardHolder,
  type CardImage,
  type CardPictures,
  type CardPins,
  type CarrierKind,
  type JpkiImage,
  lazy,
  type PrintedFront,
  type SurfaceImage,
  sexOnChip,
  type TextImage,
} from "./card-image.ts";
import type { CardProfile } from "./choices.ts";
import { signFront } from "./files/front-signature.ts";
import { signedPart } from "./files/signed-part.ts";
import { ageRecord, numberRecord } from "./files/surface-records.ts";
import { integrityRecord, internalKeyRecord } from "./files/text-records.ts";

/** What a municipality orders for one holder. */
export interface CardOrder {
  readonly carrier: CarrierKind;
  readonly profile: CardProfile;
  readonly atr: Atr;
  readonly holder: CardHolder;
  readonly front: PrintedFront;
  readonly pictures: CardPictures;
  readonly pins: CardPins;
  /** The certificate the holder is known by at the centre; the card carries it and its key. */
  readonly userCertificate: Certificate;
  readonly authenticationCa: Authority;
  /** The CA of the signing certificate; `signs` is false for a holder who was given none. */
  readonly signatureCa: Authority;
  readonly signs: boolean;
  /** Name of the municipality, as the signing certificate has it. */
  readonly locality: string;
  /** Holders share the keys of a role in turn (ours); this is the holder's number. */
  readonly keyIndex: number;
  readonly keys: KeySource;
  readonly rng: Rng;
}

/** Labels of the token information by carrier (my-number-card.md §1.3). */
const TOKEN_LABELS: Readonly<Record<CarrierKind, string>> = {
  card: "JPKIAPICCTOKEN2",
  "face-only": "JPKIAPICCTOKEN2",
  android: "JPKIAPGPSETOKEN",
  iphone: "JPKIAPIOSTOKEN",
};
/** Serial numbers of ours begin so, for the prefecture that does not exist. */
const SERIAL_PREFIX = "999999";

/**
 * Issues a card: everything that costs a signature is made when the card is first asked for it, so that a card nobody reads
 * costs nothing (performance.md §2). The same order gives the same card, byte for byte.
 */
export function issueCard(order: CardOrder): CardImage {
  const { carrier, profile, atr, holder, front, pictures, pins, keys, keyIndex, rng } = order;
  return {
    carrier,
    profile,
    atr,
    contactAtr: contactAtrOf(atr),
    serialNumber: `${SERIAL_PREFIX}${drawDigits(rng.fork("serial number"), 9)}`,
    holder,
    front,
    pictures,
    pins,
    jpki: jpkiImage(order),
    surface: surfaceImage(order),
    text: textImage(order),
    commonKey: keys.keyOf("common-card-internal-authentication", keyIndex).privateKey,
    cardChain: lazy(() => cardChain(keyIndex, keys)),
  };
}

function jpkiImage(order: CardOrder): JpkiImage {
  const { carrier, keys, keyIndex, rng, userCertificate, authenticationCa, signatureCa, signs, locality, holder } =
    order;
  const signing = keys.keyOf("card-signature", keyIndex);
  const chance = rng.fork("signing certificate");
  return {
    tokenLabel: TOKEN_LABELS[carrier],
    tokenSerial: drawDigits(rng.fork("token"), 16),
    authentication: {
      certificate: () => userCertificate.der,
      key: keys.keyOf("card-authentication", keyIndex).privateKey,
    },
    signature: signs
      ? {
          key: signing.privateKey,
          certificate: lazy(() => {
            const { notBeforeMs, notAfterMs } = userCertificate;
            const { publicKey } = signing;
            const commonName = `${drawDigits(chance, 28)}A`;
            const request = {
              serial: drawSerial(chance),
              notBeforeMs,
              notAfterMs,
              publicKey,
              commonName,
              locality,
              holder,
            };
            return issueSignatureCertificate(signatureCa, request).der;
          }),
        }
      : undefined,
    authenticationCa: authenticationCa.certificate.der,
    signatureCa: signatureCa.certificate.der,
    terminalCaKey: keys.keyOf("terminal-cv-ca").publicKey,
  };
}

function surfaceImage({ holder, pictures, keys, keyIndex }: CardOrder): SurfaceImage {
  const { privateKey: key, modulus } = keys.keyOf("card-internal-authentication", keyIndex);
  const signer = keys.keyOf("card-surface-signer");
  const { birthdate } = holder;
  const { name: namePicture, address: addressPicture, photo, number: picture } = pictures;
  return {
    internal: { key, modulus },
    ageSignature: lazy(() => signed(ageRecord.encode({ birthdate, modulus, signature: UNSIGNED }), signer)),
    numberSignature: lazy(() => signed(numberRecord.encode({ picture, modulus, signature: UNSIGNED }), signer)),
    frontSignature: lazy(() =>
      signFront({ birthdate, sex: sexOnChip(holder), modulus, namePicture, addressPicture, photo }, signer.privateKey),
    ),
    signerCertificate: lazy(() => cvChain("cardSurface", 0, keys).certificate),
  };
}

function textImage({ holder, keys, keyIndex }: CardOrder): TextImage {
  const { privateKey: key, modulus } = keys.keyOf("text-internal-authentication", keyIndex);
  const signer = keys.keyOf("text-signer");
  return {
    internal: { key, modulus },
    sessionModulus: keys.keyOf("text-session", keyIndex).modulus,
    integritySignature: lazy(() =>
      signed(integrityRecord.encode({ ...textHashes(holder), signature: UNSIGNED }), signer),
    ),
    internalKeySignature: lazy(() => signed(internalKeyRecord.encode({ modulus, signature: UNSIGNED }), signer)),
    signerCertificate: lazy(() => cvChain("text", 0, keys).certificate),
  };
}

/** What a card says on its contacts: what it said, if it lies on them; a contactless one may have any of the three (ours). */
function contactAtrOf(atr: Atr): Atr {
  const { contactPlain, contactHistorical, contactShort } = MY_NUMBER_ATRS;
  return [contactPlain, contactShort].find((known) => sameBytes(known, atr)) ?? contactHistorical;
}

/** Numbers of the key ids in the card's chain begin here for the keys at its end (ours). */
const FIRST_END_NUMBER = 101;

/** The chain ends in the card's own key; which key it is on a real card is unknown (ours). */
function cardChain(keyIndex: number, keys: KeySource): CardChain {
  const { subject, subjectKeyId: keyId, certificate: above } = cvChain("card", keyIndex, keys);
  const end = FIRST_END_NUMBER + keyNumber("card-internal-authentication", keyIndex);
  const request = {
    issuerKeyId: keyId,
    subjectKeyId: cvKeyId(CV_CA_DIGITS.card, String(end)),
    subjectKey: keys.keyOf("card-internal-authentication", keyIndex),
  };
  return { keyId, above, below: issueCvCertificate(request, subject) };
}

/** Stands for the signature while the record is made that it will cover. */
const UNSIGNED = new Uint8Array(0);

function signed(record: Uint8Array, { privateKey }: KeyPair): Uint8Array {
  return sign("sha256", signedPart(record), privateKey);
}
