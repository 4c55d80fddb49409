import { blankCard } from "./blank-card.ts";
import { drivingLicence } from "./driving-licence.ts";
import { felica } from "./felica.ts";
import { hpkiCard } from "./hpki-card.ts";
import { jukiCard } from "./juki-card.ts";
import { mifareClassic } from "./mifare-classic.ts";
import { paymentCard } from "./payment-card.ts";

/** Cards that people lay on the reader by mistake, the commonest first. One line a card. */
export const foreignCards = [
  felica,
  paymentCard,
  drivingLicence,
  mifareClassic,
  hpkiCard,
  jukiCard,
  blankCard,
] as const;
