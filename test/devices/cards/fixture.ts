import { type Card, myNumberCard } from "../../../devices/cards/card.ts";
import { blankPictures, type CardPins } from "../../../devices/cards/card-image.ts";
import { cardProfile } from "../../../devices/cards/choices.ts";
import { type CardOrder, issueCard } from "../../../devices/cards/issue.ts";
import { decodeCommand } from "../../../devices/iso7816/apdu.ts";
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
const userCertificate = issueUserCertificate(authenticationCa, {
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

const order: CardOrder = {
  carrier: "card",
  profile: cardProfile([]),
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
  pictures: { ...blankPictures, photo: new Uint8Array(700).fill(0x5a) },
  pins: PINS,
  userCertificate,
  authenticationCa,
  signatureCa: authorityOf("signature", issuedOn),
  signs: true,
  locality: "MOGI-SHI",
  keyIndex: 0,
  keys: checkedInKeys,
  rng: rngFromSeed(1),
};

/** A card of the simulator with known digits; `changes` lays something over its order. */
export function card(changes: Partial<CardOrder> = {}): Card {
  return myNumberCard(issueCard({ ...order, ...changes }), rngFromSeed(1));
}

/** A card that takes the other side of one or more choices, such as `blockedVerify=6983`. */
export const cardThat = (...choices: readonly string[]): Card => card({ profile: cardProfile(choices) });

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
export const SELECT_TEXT = "00A4040C0A D3921000310001010408";
export const SELECT_COMMON = "00A4040C0A D3921000310001010100";
export const ascii = (text: string): string => Buffer.from(text, "latin1").toString("hex");
