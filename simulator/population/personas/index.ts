import { certificateExpired } from "./certificate-expired.ts";
import { certificateInGrace } from "./certificate-in-grace.ts";
import { certificateNearEnd } from "./certificate-near-end.ts";
import { colleague } from "./colleague.ts";
import { employee } from "./employee.ts";
import { jobChanger } from "./job-changer.ts";
import { jobLeaver } from "./job-leaver.ts";
import { neverFed } from "./never-fed.ts";
import { newcomer } from "./newcomer.ts";
import { pensioner } from "./pensioner.ts";
import { unknownNewcomer } from "./unknown-newcomer.ts";
import { wronglyLinked } from "./wrongly-linked.ts";

/** People with a story. One line a persona. */
export const personas = [
  certificateExpired,
  certificateInGrace,
  certificateNearEnd,
  colleague,
  employee,
  jobChanger,
  jobLeaver,
  neverFed,
  newcomer,
  pensioner,
  unknownNewcomer,
  wronglyLinked,
] as const;

/** Id of a persona. */
export type PersonaId = (typeof personas)[number]["id"];
