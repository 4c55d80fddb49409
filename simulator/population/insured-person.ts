import type { CivilDate } from "../kernel/civil-time.ts";
import type { DiseaseCertificate, Eligibility } from "./eligibility.ts";
import type { ProtectionFlags, WrittenName } from "./identity.ts";

/** A person and everything the insurers registered about them. */
export interface InsuredPerson extends WrittenName {
  /** `p` and the index. */
  readonly id: string;
  /** 通称, the Japanese name a foreign resident goes by; on the wire `NameOfOther` (receipt-system-interface.md §2.4 row 9). */
  readonly alias?: WrittenName;
  /** OQSCD007: 1 man, 2 woman, 3 not set. */
  readonly sex: "1" | "2" | "3";
  /** The second field, where the front of the certificate hides the sex (row 13). */
  readonly sex2?: "1" | "2";
  readonly birthdate: CivilDate;
  /** `nnn-nnnn`. */
  readonly postNumber: string;
  /** Full-width. */
  readonly address: string;
  /** 個人番号, twelve digits. Private: it stays on the card and in the centre, never in a log, trace, report or error. */
  readonly personalNumber: string;
  /** Oldest first. */
  readonly eligibilities: readonly Eligibility[];
  readonly flags?: ProtectionFlags;
  /** The day of death, told from the day after it on, as the insurers learn of it. */
  readonly died?: CivilDate;
  /**
   * A specific disease 特定疾病 the person lives with (OQSCD013), told from the age of seven on: an insurance says it only
   * while there is one.
   */
  readonly specificDisease?: DiseaseCertificate["category"];
}
