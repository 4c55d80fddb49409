import { androidPhone } from "./android-phone.ts";
import { certificateExpired } from "./certificate-expired.ts";
import { certificateInGrace } from "./certificate-in-grace.ts";
import { certificateNearEnd } from "./certificate-near-end.ts";
import { certificateRevoked } from "./certificate-revoked.ts";
import { child } from "./child.ts";
import { colleague } from "./colleague.ts";
import { employee } from "./employee.ts";
import { faceOnly } from "./face-only.ts";
import { infant } from "./infant.ts";
import { iphone } from "./iphone.ts";
import { jobChanger } from "./job-changer.ts";
import { jobLeaver } from "./job-leaver.ts";
import { neverFed } from "./never-fed.ts";
import { newcomer } from "./newcomer.ts";
import { oneTryLeft } from "./one-try-left.ts";
import { pensioner } from "./pensioner.ts";
import { pinBlocked } from "./pin-blocked.ts";
import { unknownNewcomer } from "./unknown-newcomer.ts";
import { wronglyLinked } from "./wrongly-linked.ts";

/** People with a story. One line a persona. */
export const personas = [
  androidPhone,
  certificateExpired,
  certificateInGrace,
  certificateNearEnd,
  certificateRevoked,
  child,
  colleague,
  employee,
  faceOnly,
  infant,
  iphone,
  jobChanger,
  jobLeaver,
  neverFed,
  newcomer,
  oneTryLeft,
  pensioner,
  pinBlocked,
  unknownNewcomer,
  wronglyLinked,
] as const;

/** Id of a persona. */
export type PersonaId = (typeof personas)[number]["id"];
