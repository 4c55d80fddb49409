import type { KeyObject } from "node:crypto";
import type { CivilDate } from "../../simulator/kernel/civil-time.ts";
import type { Atr } from "../iso7816/atr.ts";
import type { CardProfile } from "./choices.ts";

/** What carries the applications: plastic with or without PINs (顔認証 card), or a phone (my-number-card.md §1.8, §6). */
export type CarrierKind = "card" | "face-only" | "android" | "iphone";

/** Makes something at its first use and keeps it: signatures are dear, and few cards are read through. */
export type Lazy<T> = () => T;

/** {@link Lazy} from a maker. */
export function lazy<T extends object>(make: () => T): Lazy<T> {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** What personalisation wrote into one card. Nothing here is read from the outside but through the files. */
export interface CardImage {
  readonly carrier: CarrierKind;
  readonly profile: CardProfile;
  /** What the card answers on the interface it lies on. */
  readonly atr: Atr;
  /** What it answers on its contacts, told by GET DATA 5F51 (my-number-card.md §1.7). */
  readonly contactAtr: Atr;
  /** 15 digits, 製造番号 (my-number-card.md §1.6). */
  readonly serialNumber: string;
  readonly holder: CardHolder;
  readonly front: PrintedFront;
  readonly pictures: CardPictures;
  readonly jpki: JpkiImage;
  readonly surface: SurfaceImage;
  readonly text: TextImage;
  /** Internal authentication key of 共通カードAP. */
  readonly commonKey: KeyObject;
  /** The MF chain (my-number-card.md §1.7, §1.9). */
  readonly cardChain: Lazy<CardChain>;
  readonly pins: CardPins;
}

/** Two CV certificates: the one above certifies the key that signed the one below (as myna-card reads them, mf.rs). */
export interface CardChain {
  /** Key id of the key in between. */
  readonly keyId: Uint8Array;
  /** 568 bytes each. */
  readonly above: Uint8Array;
  readonly below: Uint8Array;
}

/** The four attributes and the number of the person the card was issued to. */
export interface CardHolder {
  /** Full-width, U+3000 between family and given name. */
  readonly name: string;
  readonly address: string;
  readonly birthdate: CivilDate;
  /** 1 male, 2 female, 3 not set (OQSCD007). */
  readonly sex: "1" | "2" | "3";
  /** Twelve digits. Private. */
  readonly personalNumber: string;
  /** Five digits; 99… is nowhere. */
  readonly municipality: string;
}

/** Sex as the chip writes it: OQSCD007 says 3 for "not set", the card 9 (my-number-card.md §1.5). */
export const sexOnChip = ({ sex }: CardHolder): "1" | "2" | "9" => (sex === "3" ? "9" : sex);

/** What a camera can read off the front of a card. */
export interface PrintedFront {
  readonly birthdate: CivilDate;
  readonly expiry: CivilDate;
  /** Four digits. */
  readonly securityCode: string;
}

/** Pictures on the chip (my-number-card.md §1.4). A length of 0 says that this card carries none. */
export interface CardPictures {
  /** PNG, 1 bit a pixel, as all but the photo. */
  readonly name: Uint8Array;
  readonly address: Uint8Array;
  /** The twelve digits as a picture. Private. */
  readonly number: Uint8Array;
  readonly securityCode: Uint8Array;
  /** JPEG 2000, greyscale; empty for a card issued without a photo (D-18). Private. */
  readonly photo: Uint8Array;
}

/** A certificate and the key it names. */
export interface KeyHolding {
  /** DER. */
  readonly certificate: Lazy<Uint8Array>;
  readonly key: KeyObject;
}

/** 公的個人認証AP (my-number-card.md §1.2). */
export interface JpkiImage {
  /** Label of the token information (§1.3). */
  readonly tokenLabel: string;
  readonly tokenSerial: string;
  readonly authentication: KeyHolding;
  /** Undefined where none was issued: under fifteen years of age (general knowledge). */
  readonly signature: KeyHolding | undefined;
  readonly authenticationCa: Uint8Array;
  readonly signatureCa: Uint8Array;
  /** The CV CA key that terminal certificates are checked against (EF 0016, §1.10). */
  readonly terminalCaKey: KeyObject;
}

/** A key of the chip with its public half. */
export interface ChipKey {
  readonly key: KeyObject;
  /** 256 bytes. */
  readonly modulus: Uint8Array;
}

/** 券面事項確認AP (my-number-card.md §1.4). */
export interface SurfaceImage {
  readonly internal: ChipKey;
  /** The issuer's signatures over the age record, the front and the number picture (DF13, DF28, DF43). */
  readonly ageSignature: Lazy<Uint8Array>;
  readonly frontSignature: Lazy<Uint8Array>;
  readonly numberSignature: Lazy<Uint8Array>;
  /** 568 bytes: CV certificate of the issuer's key (EF 0004). */
  readonly signerCertificate: Lazy<Uint8Array>;
}

/** 券面事項入力補助AP (my-number-card.md §1.5). */
export interface TextImage {
  readonly internal: ChipKey;
  /** Public key of EF 0006, for secure messaging. */
  readonly sessionModulus: Uint8Array;
  /** The issuer's signatures over the integrity record and the internal key (DF33, DF52). */
  readonly integritySignature: Lazy<Uint8Array>;
  readonly internalKeySignature: Lazy<Uint8Array>;
  readonly signerCertificate: Lazy<Uint8Array>;
}

/** PINs as personalised; undefined on a card that has none. */
export interface CardPins {
  readonly authentication: string | undefined;
  readonly signature: string | undefined;
  readonly text: string | undefined;
  readonly register: string | undefined;
  readonly common: string | undefined;
  /** Tries of the authentication PIN and the sign password used up before the holder came here. */
  readonly authenticationTriesUsed: number;
  readonly signatureTriesUsed: number;
}

/** False on a 顔認証 card that is taken to have no PIN objects at all (my-number-card.md §8 D-08, ours). */
export const hasPinObjects = ({ carrier, profile }: CardImage): boolean =>
  carrier !== "face-only" || profile.faceOnlyPins === "blocked";

const NOTHING = new Uint8Array(0);

/** A card without pictures: for holders whose pictures nobody reads. */
export const blankPictures: CardPictures = {
  name: NOTHING,
  address: NOTHING,
  number: NOTHING,
  securityCode: NOTHING,
  photo: NOTHING,
};
