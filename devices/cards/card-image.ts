import type { KeyObject } from "node:crypto";
import type { CivilDate } from "../../simulator/kernel/civil-time.ts";
import type { Atr } from "../iso7816/atr.ts";

/** What personalisation wrote into one card. Nothing here is read from the outside but through the files. */
export interface CardImage {
  readonly atr: Atr;
  /** Label of the JPKI token information (my-number-card.md §1.3). */
  readonly tokenLabel: string;
  readonly tokenSerial: string;
  /** DER of the 利用者証明用電子証明書 and of its CA. */
  readonly userCertificate: Uint8Array;
  readonly userCaCertificate: Uint8Array;
  readonly userKey: KeyObject;
  /** The CV CA key that terminal certificates are checked against (EF 0016, my-number-card.md §1.10). */
  readonly terminalCaKey: KeyObject;
  readonly surface: SurfaceImage;
  /** 4 digits; undefined on a 顔認証 card, which has none. */
  readonly authenticationPin: string | undefined;
  /** Tries already used up before the patient came. */
  readonly authenticationPinTriesUsed: number;
}

/** What the front of the card shows, and the chip holds of it (my-number-card.md §1.4). */
export interface SurfaceImage {
  readonly birthdate: CivilDate;
  readonly sex: "1" | "2" | "3";
  readonly expiry: CivilDate;
  /** Four digits printed on the front. */
  readonly securityCode: string;
  /** JPEG 2000, greyscale; empty for a card issued without a photo (D-18). */
  readonly photo: Uint8Array;
  /** Internal-authentication key of the surface application. */
  readonly key: KeyObject;
  /** 256 bytes: modulus of that key. */
  readonly modulus: Uint8Array;
  /** 256 bytes: the issuer's signature over the front (DF28). */
  readonly signature: Uint8Array;
  /** 568 bytes: CV certificate of the issuer's key (EF 0004). */
  readonly signerCertificate: Uint8Array;
}
