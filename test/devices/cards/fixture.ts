import { cardApplications } from "../../../devices/cards/applications/index.ts";
import { Card } from "../../../devices/cards/card.ts";
import type { CardImage } from "../../../devices/cards/card-image.ts";
import { signFront } from "../../../devices/cards/files/front-signature.ts";
import { decodeCommand } from "../../../devices/iso7816/apdu.ts";
import { MY_NUMBER_ATRS } from "../../../devices/iso7816/atr.ts";
import { fromHex, toHex } from "../../../simulator/kernel/bytes.ts";
import { civilDate, lastSecondMs, midnightMs } from "../../../simulator/kernel/civil-time.ts";
import { rngFromSeed } from "../../../simulator/kernel/rng.ts";
import { createAuthority, issueUserCertificate } from "../../../simulator/pki/authority.ts";
import { CV_CA_DIGITS, cvKeyId, issueCvCertificate } from "../../../simulator/pki/cv-certificate.ts";
import { simulationKey } from "../../../simulator/pki/simulation-keys.ts";

export const PIN = "1234";
/** Born 1990-01-01 (平成2年), expiry 2030, code 1234: the example of my-number-card.md §1.8. */
export const REFERENCE_NUMBER_B = "02010120301234";

const authority = createAuthority("user-authentication", civilDate("2020-01-01"));
const certificate = issueUserCertificate(authority, {
  serial: "11223344",
  notBeforeMs: midnightMs(civilDate("2024-01-01")),
  notAfterMs: lastSecondMs(civilDate("2029-01-01")),
  commonName: "12345678901234567890A",
  publicKey: simulationKey("card-authentication").publicKey,
});

/** A card of the simulator with known digits; `changes` lays something over its image. */
export function card(changes: Partial<CardImage> = {}): Card {
  const internal = simulationKey("card-internal-authentication");
  const nothing = new Uint8Array(0);
  const printed = { birthdate: civilDate("1990-01-01"), sex: "1" as const, photo: new Uint8Array(700).fill(0x5a) };
  const front = { ...printed, modulus: internal.modulus, namePicture: nothing, addressPicture: nothing };
  return new Card(
    {
      atr: MY_NUMBER_ATRS.contactless,
      tokenLabel: "JPKIAPICCTOKEN2",
      tokenSerial: "0000000000000001",
      userCertificate: certificate.der,
      userCaCertificate: authority.certificate.der,
      userKey: simulationKey("card-authentication").privateKey,
      terminalCaKey: simulationKey("terminal-cv-ca").publicKey,
      surface: {
        ...printed,
        expiry: civilDate("2030-01-01"),
        securityCode: "1234",
        key: internal.privateKey,
        modulus: internal.modulus,
        signature: signFront(front, simulationKey("card-surface-signer").privateKey),
        signerCertificate: issueCvCertificate(
          {
            issuerKeyId: cvKeyId(CV_CA_DIGITS.cardSurface, "001"),
            subjectKeyId: cvKeyId(CV_CA_DIGITS.cardSurface, "002"),
            subjectKey: simulationKey("card-surface-signer"),
          },
          simulationKey("card-surface-cv-ca"),
        ),
      },
      authenticationPin: PIN,
      authenticationPinTriesUsed: 0,
      ...changes,
    },
    cardApplications,
    rngFromSeed(1),
  );
}

/** A powered card that answers hexadecimal commands with hexadecimal answers, as the reference writes them. */
export function talk(subject = card()): (hex: string) => string {
  subject.powerOn();
  return (hex) => {
    const apdu = decodeCommand(fromHex(hex));
    if (apdu === undefined) throw new Error(`${hex} is no command`);
    const { response } = subject.transmit(apdu);
    return toHex(response.data) + response.sw.toString(16).toUpperCase().padStart(4, "0");
  };
}

export const SELECT_JPKI = "00A4040C0A D392F000260100000001";
export const SELECT_SURFACE = "00A4040C0A D3921000310001010402";
export const ascii = (text: string): string => Buffer.from(text, "latin1").toString("hex");
