import iconv from "iconv-lite";
import type { TerminalSettings } from "../../../devices/terminal/settings.ts";
import { Run } from "../../../harness/run.ts";
import { scenario } from "../../../harness/scenario.ts";
import { c07 } from "../../../harness/scenarios/certification/c07-inquiry-by-number.ts";
import type { Profile } from "../../../simulator/messages/profile.ts";
import { picturesFor } from "../../harness/runs.ts";

const NOT_FORGOTTEN = { noticeMinutes: 0, medicalMinutes: 0 };

/**
 * A terminal with its line and centre, and no receipt system: requests are put into the folder by hand. Nobody takes the
 * results away, so none counts as forgotten unless a test says so.
 */
export async function terminal(settings: Partial<TerminalSettings> = {}, profile?: Profile) {
  const told = scenario({
    ...c07,
    terminal: { stay: NOT_FORGOTTEN, ...settings },
    ...(profile === undefined ? {} : { profile }),
  });
  const { world } = new Run({ scenario: told, seed: 1, pictures: await picturesFor(told, 1) }, "none", "simulate");
  const drop = (name: string, bytes: Uint8Array): void => world.folders.write({ folder: "req", name, bytes });
  const names = (folder: "req" | "res"): readonly string[] => world.folders.list(folder).map(({ name }) => name);
  const result = (name: string): Uint8Array => world.folders.read("res", name)?.bytes ?? new Uint8Array(0);
  return { world, drop, names, result };
}

/** A request as somebody types it, about a person nobody knows. */
export const request = (
  facility = "9910000018",
  declared = "Shift_JIS",
): string => `<?xml version="1.0" encoding="${declared}" standalone="no"?>
<XmlMsg><MessageHeader><QualificationConfirmationDate>20260210</QualificationConfirmationDate>
<MedicalInstitutionCode>${facility}</MedicalInstitutionCode><ArbitraryFileIdentifier>tag-1</ArbitraryFileIdentifier></MessageHeader>
<MessageBody><QualificationConfirmSearchInfo><InsurerNumber>06990014</InsurerNumber><InsuredCardSymbol>見本１</InsuredCardSymbol>
<InsuredIdentificationNumber>1</InsuredIdentificationNumber><Birthdate>19800101</Birthdate>
<LimitApplicationCertificateRelatedConsFlg>0</LimitApplicationCertificateRelatedConsFlg></QualificationConfirmSearchInfo></MessageBody></XmlMsg>`;

/** Text as Shift_JIS. */
export const shiftJis = (text: string): Uint8Array => iconv.encode(text, "cp932");
