import { type Card, myNumberCard } from "../../../devices/cards/card.ts";
import type { CardImage, CardPictures, CardPins } from "../../../devices/cards/card-image.ts";
import { cardProfile } from "../../../devices/cards/choices.ts";
import { type CardOrder, issueCard } from "../../../devices/cards/issue.ts";
import { decodeCommand, encodeResponse } from "../../../devices/iso7816/apdu.ts";
import { MY_NUMBER_ATRS } from "../../../devices/iso7816/atr.ts";
import { fromHex, toHex } from "../../../simulator/kernel/bytes.ts";
import { civilDate, lastSecondMs, midnightMs } from "../../../simulator/kernel/civil-time.ts";
import { rngFromSeed } from "../../../simulator/kernel/rng.ts";
import { issueUserCertificate } from "../../../simulator/pki/authority.ts";
import { authorityOf } from "../../../simulator/pki/generations.ts";
import { checkedInKeys } from "../../../simulator/pki/key-source.ts";
import { simulationKey } from "../../../simulator/pki/simulation-keys.ts";

export const PIN = "1234";
export const PASSWORD = "SIM123";
/** Born 1990-01-01 (平成2年), expiry 2030, code 1234: the example of my-number-card.md §1.8. */
export const REFERENCE_NUMBER_B = "02010120301234";
/** The example of my-number-card.md §8 D-17; its check digit is valid, its owner does not exist. */
export const PERSONAL_NUMBER = "123456789018";

const issuedOn = civilDate("2024-01-01");
const authenticationCa = authorityOf("user-authentication", issuedOn);
/** Certificate of the cards below, as the centre knows it. */
export const USER_CERTIFICATE = issueUserCertificate(authenticationCa, {
  serial: "11223344",
  notBeforeMs: midnightMs(issuedOn),
  notAfterMs: lastSecondMs(civilDate("2029-01-01")),
  commonName: "12345678901234567890A",
  publicKey: simulationKey("card-authentication").publicKey,
});

export const PINS: CardPins = {
  authentication: PIN,
  signature: PASSWORD,
  text: PIN,
  register: "2345",
  common: "3456",
  authenticationTriesUsed: 0,
  signatureTriesUsed: 0,
};

const BITMAP = [0x89, 0x50, 0x4e, 0x47];
/** Stand-ins that can be told apart and found again; drawn pictures are harness/edges/prepare-pictures.ts. */
export const PICTURES: CardPictures = {
  name: Uint8Array.from([...BITMAP, 1, ...Array.from({ length: 130 }, () => 0xa5)]),
  address: Uint8Array.from([...BITMAP, 2, ...Array.from({ length: 300 }, () => 0xa6)]),
  number: Uint8Array.from([...BITMAP, 3, ...Array.from({ length: 90 }, () => 0xa7)]),
  securityCode: Uint8Array.from([...BITMAP, 4, ...Array.from({ length: 40 }, () => 0xa8)]),
  photo: new Uint8Array(700).fill(0x5a),
};

/** Signatures take no time here: a clock that nobody drives stands still. */
const AT_ONCE = "signatureMs=0";

const order: CardOrder = {
  carrier: "card",
  profile: cardProfile([AT_ONCE]),
  atr: MY_NUMBER_ATRS.contactless,
  holder: {
    name: "模擬　太郎",
    address: "東京都模擬区１丁目２番３号",
    birthdate: civilDate("1990-01-01"),
    sex: "1",
    personalNumber: PERSONAL_NUMBER,
    municipality: "99999",
  },
  front: { birthdate: civilDate("1990-01-01"), expiry: civilDate("2030-01-01"), securityCode: "1234" },
  pictures: PICTURES,
  pins: PINS,
  userCertificate: USER_CERTIFICATE,
  authenticationCa,
  signatureCa: authorityOf("signature", issuedOn),
  signs: true,
  locality: "MOGI-SHI",
  keyIndex: 0,
  keys: checkedInKeys,
  rng: rngFromSeed(1),
};

/** What the municipality writes into a card; `changes` lays something over its order. */
export const image = (changes: Partial<CardOrder> = {}): CardImage => issueCard({ ...order, ...changes });

/** A card of the simulator with known digits; `changes` lays something over its order. */
export const card = (changes: Partial<CardOrder> = {}): Card => myNumberCard(image(changes), rngFromSeed(1));

/** A card that takes the other side of one or more choices, such as `blockedVerify=6983`. */
export const cardThat = (...choices: readonly string[]): Card => card({ profile: cardProfile([AT_ONCE, ...choices]) });

/** A powered card that answers hexadecimal commands with hexadecimal answers, as the reference writes them. */
export function talk(subject = card()): (hex: string) => string {
  subject.powerOn();
  return (hex) => {
    const apdu = decodeCommand(fromHex(hex));
    if (apdu === undefined) throw new Error(`${hex} is no command`);
    return toHex(encodeResponse(subject.transmit(apdu).response));
  };
}
