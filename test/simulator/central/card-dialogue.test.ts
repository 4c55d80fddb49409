import { describe, expect, it } from "vitest";
import type { ConsentKind } from "../../../simulator/central/ledger.ts";
import {
  addDays,
  civilDate,
  DAY_MS,
  HOUR_MS,
  MINUTE_MS,
  midnightMs,
  stampAt,
} from "../../../simulator/kernel/civil-time.ts";
import { siquc01 } from "../../../simulator/messages/index.ts";
import type { CentreAnswer } from "../../../simulator/messages/line-envelope.ts";
import { validate } from "../../../simulator/messages/validate.ts";
import { createAuthority } from "../../../simulator/pki/authority.ts";
import {
  authenticate,
  bodyOf,
  type CentreOptions,
  centre,
  certificateUntil,
  clinic,
  conclude,
  item,
  pharmacy,
  proof,
  rowsOf,
  someone,
  TODAY,
} from "./fixture.ts";

const NOW = midnightMs(TODAY) + 10 * HOUR_MS;
const LONG = certificateUntil(civilDate("2029-05-20"));
const registered = rowsOf(someone, NOW - DAY_MS);
const [insurance] = someone.eligibilities;
if (insurance === undefined) throw new Error("the person has no insurance");

const outcomeOf = (answer: CentreAnswer): string => (answer.status === "ok" ? item(answer, "Outcome") : answer.code);

describe("a challenge of the centre", () => {
  it("proves the holder of the card once, and not a second time", () => {
    const { ask } = centre({ rows: registered });
    const proved = proof(ask("SIMchallenge", {}), LONG);
    expect(outcomeOf(ask("SIMauthenticate", proved))).toBe("recognised");
    expect(outcomeOf(ask("SIMauthenticate", proved))).toBe("SIM-E-007");
  });

  it("is used up by a proof that fails, too", () => {
    const { ask } = centre({ rows: registered });
    const challenge = ask("SIMchallenge", {});
    expect(outcomeOf(ask("SIMauthenticate", proof(challenge, LONG, 1)))).toBe("certificate-refused");
    expect(outcomeOf(ask("SIMauthenticate", proof(challenge, LONG)))).toBe("SIM-E-007");
  });

  it("is worthless at another facility, and stays good at its own", () => {
    const { ask } = centre({ rows: registered });
    const proved = proof(ask("SIMchallenge", {}), LONG);
    expect(outcomeOf(ask("SIMauthenticate", proved, pharmacy.code))).toBe("SIM-E-007");
    expect(outcomeOf(ask("SIMauthenticate", proved))).toBe("recognised");
  });

  it.each([
    [5 * MINUTE_MS, "recognised"],
    [5 * MINUTE_MS + 1, "SIM-E-007"],
  ])("%i ms after it was given gives %s", (ms, outcome) => {
    const { ask, clock } = centre({ rows: registered });
    const proved = proof(ask("SIMchallenge", {}), LONG);
    clock.advanceTo(clock.nowMs + ms);
    expect(outcomeOf(ask("SIMauthenticate", proved))).toBe(outcome);
  });

  it("follows the seed: the same seed gives the same bytes, another seed others", () => {
    const bytes = (seed: number) => item(centre({ seed }).ask("SIMchallenge", {}), "Challenge");
    expect(bytes(1)).toBe(bytes(1));
    expect(bytes(2)).not.toBe(bytes(1));
    expect(bytes(1)).toMatch(/^[0-9A-F]{64}$/);
  });
});

describe("the standing of a card's certificate (eligibility-rules.md §3.2, §7.1)", () => {
  const revokedAt = (revokedAtMs: number) =>
    ({ serial: "11223344", reason: "lost-card", revokedAtMs }) as const satisfies NonNullable<
      CentreOptions["revocations"]
    >[number];
  it.each<[string, string, CentreOptions, string, string | undefined]>([
    ["far from its end", "2029-05-20", {}, "recognised", "valid"],
    ["V19: within three months of its end", "2026-04-20", {}, "recognised", "near-end"],
    ["on its last day", "2026-02-10", {}, "recognised", "near-end"],
    ["V18: in its grace period", "2025-11-30", {}, "recognised", "grace"],
    ["V17: beyond grace", "2025-10-15", {}, "certificate-refused", undefined],
    ["revoked this instant", "2029-05-20", { revocations: [revokedAt(NOW)] }, "certificate-refused", undefined],
    ["revoked a moment later", "2029-05-20", { revocations: [revokedAt(NOW + 1)] }, "recognised", "valid"],
    ["revoked and in grace", "2025-11-30", { revocations: [revokedAt(NOW)] }, "certificate-refused", undefined],
    ["not valid yet", "2031-05-20", {}, "certificate-refused", undefined],
    [
      "one day over, before there was any grace",
      "2024-11-30",
      { today: civilDate("2024-12-01") },
      "certificate-refused",
      undefined,
    ],
  ])("%s", (_title, lastDay, options, outcome, standing) => {
    const answer = authenticate(centre({ rows: registered, ...options }), certificateUntil(civilDate(lastDay)));
    expect([item(answer, "Outcome"), bodyOf(answer)["CertificateStanding"]]).toEqual([outcome, standing]);
  });

  it("a certificate of another CA is refused", () => {
    const foreign = certificateUntil(
      civilDate("2029-05-20"),
      "11223344",
      createAuthority("signature", civilDate("2019-01-01")),
    );
    expect(outcomeOf(authenticate(centre({ rows: registered }), foreign))).toBe("certificate-refused");
  });

  it("bytes that are no certificate are refused, and the challenge is gone", () => {
    const { ask } = centre({ rows: registered });
    const proved = proof(ask("SIMchallenge", {}), LONG);
    expect(outcomeOf(ask("SIMauthenticate", { ...proved, Certificate: "30820001" }))).toBe("certificate-refused");
    expect(outcomeOf(ask("SIMauthenticate", proved))).toBe("SIM-E-007");
  });

  it("a card nobody linked to a person is refused", () => {
    const unlinked = certificateUntil(civilDate("2029-05-20"), "55667788");
    expect(outcomeOf(authenticate(centre({ rows: registered }), unlinked))).toBe("certificate-refused");
  });

  it("who must not see their own data is refused (§15.3)", () => {
    const rows = rowsOf({ ...someone, flags: { selfInfoRefused: true } }, NOW - DAY_MS);
    expect(outcomeOf(authenticate(centre({ rows }), LONG))).toBe("person-refused");
  });

  it("a person found is named, never numbered", () => {
    const answer = authenticate(centre({ rows: registered }), LONG);
    expect(item(answer, "Name")).toBe(someone.name);
    expect(JSON.stringify(answer)).not.toContain(someone.personalNumber);
  });
});

describe("first registration at the counter (readers-and-line.md §5.3)", () => {
  const registerAfter = (options: CentreOptions) => {
    const under = centre(options);
    const recognised = authenticate(under, LONG);
    const dialogue = item(recognised, "DialogueId");
    return { ...under, before: item(recognised, "Registered"), dialogue };
  };

  it("makes the card an insurance card at once", () => {
    const { ask, before, dialogue, ...under } = registerAfter({ rows: rowsOf(someone) });
    expect(before).toBe("0");
    expect(outcomeOf(ask("SIMregister", { DialogueId: dialogue }))).toBe("registered");
    expect(item(authenticate({ ...under, ask }, LONG), "Registered")).toBe("1");
  });

  it.each([
    ["never fed", { ...someone, eligibilities: [] }],
    ["whose insurance is lost", { ...someone, eligibilities: [{ ...insurance, lost: TODAY, reasonOfLoss: "03" }] }],
    ["held back by the J-LIS comparison", { ...someone, flags: { onHold: true } as const }],
  ])("fails for a person %s", (_title, person) => {
    const { ask, dialogue, ...under } = registerAfter({ rows: rowsOf(person) });
    expect(outcomeOf(ask("SIMregister", { DialogueId: dialogue }))).toBe("failed");
    expect(item(authenticate({ ...under, ask }, LONG), "Registered")).toBe("0");
  });

  it("is pending while an earlier one has not taken effect, and takes effect on the instant", () => {
    const effective = NOW + 150_000;
    const { ask, clock, before, dialogue, ...under } = registerAfter({ rows: rowsOf(someone, effective) });
    expect([before, outcomeOf(ask("SIMregister", { DialogueId: dialogue }))]).toEqual(["0", "pending"]);
    clock.advanceTo(effective - 1);
    expect(item(authenticate({ ...under, ask }, LONG), "Registered")).toBe("0");
    clock.advanceTo(effective);
    expect(item(authenticate({ ...under, ask }, LONG), "Registered")).toBe("1");
  });

  it("is refused for a dialogue of another facility", () => {
    const { ask, dialogue } = registerAfter({ rows: rowsOf(someone) });
    expect(outcomeOf(ask("SIMregister", { DialogueId: dialogue }, pharmacy.code))).toBe("SIM-E-007");
  });
});

describe("the end of a check-in (eligibility-rules.md §5, receipt-system-interface.md §2.3)", () => {
  const ALL: readonly ConsentKind[] = ["checkup", "drug", "care", "surgery", "disease", "limit"];
  const person = {
    ...someone,
    eligibilities: [
      {
        ...insurance,
        limit: { classification: "01", flag: "A01" },
        diseases: [{ category: "1", selfPay: "10000" }],
      },
    ],
  } as const;
  const rows = rowsOf(person, 0);

  interface Ending {
    readonly today?: string;
    readonly lastDay?: string;
    readonly asked?: readonly ConsentKind[];
    readonly given?: readonly ConsentKind[];
  }
  const ending = ({ today = "2026-02-10", lastDay = "2029-05-20", asked = ALL, given = [] }: Ending) => {
    const under = centre({ rows, today: civilDate(today) });
    const recognised = authenticate(under, certificateUntil(civilDate(lastDay)));
    const answer = bodyOf(conclude(under, item(recognised, "DialogueId"), asked, given));
    const problems = validate(siquc01.answer, {
      ...answer,
      MessageHeader: { ...(answer["MessageHeader"] as object), CharacterCodeIdentifier: "0" },
    });
    return { text: JSON.stringify(answer), problems, answer, under, recognised };
  };

  it.each<[ConsentKind, string]>([
    ["checkup", "SpecificHealthCheckupsInfo"],
    ["drug", "PharmacistsInfo"],
    ["care", "DiagnosisInfo"],
    ["surgery", "OperationInfo"],
  ])("consent to %s brings flag 1, its time, and an end exactly 24 hours later", (kind, element) => {
    const { text, problems } = ending({ given: [kind] });
    expect(problems).toEqual([]);
    expect(text).toContain(
      `"${element}ConsFlg":"1","${element}ConsTime":"${stampAt(NOW)}","${element}AvailableTime":"${stampAt(NOW + DAY_MS)}"`,
    );
    expect(text.match(/ConsFlg":"1"/g)).toHaveLength(1);
  });

  it("without consent every flag is 0 and no time and no data come with it", () => {
    const { text, problems } = ending({ given: [] });
    expect(problems).toEqual([]);
    expect(text.match(/ConsFlg":"0"/g)).toHaveLength(6);
    expect(text).not.toMatch(
      /ConsTime|AvailableTime|SpecificDiseasesCertificateList|LimitApplicationCertificateRelatedInfo/,
    );
  });

  it("consent to the disease certificate brings the list", () => {
    expect(ending({ given: ["disease"] }).text).toContain("SpecificDiseasesCertificateList");
  });

  it.each<[string, Ending, string]>([
    ["2024-10-06, asked and given", { today: "2024-10-06", given: ["limit"] }, "1"],
    ["2024-10-06, asked and refused", { today: "2024-10-06" }, "0"],
    ["2024-10-06, not asked", { today: "2024-10-06", asked: [] }, "0"],
    ["2024-10-07, not asked", { today: "2024-10-07", asked: [] }, "1"],
    ["2024-10-07, asked and refused", { today: "2024-10-07" }, "0"],
  ])("limit data on %s: flag %j", (_title, story, flag) => {
    const { text } = ending({ lastDay: "2027-05-20", ...story });
    expect(text).toContain(`"LimitApplicationCertificateRelatedConsFlg":"${flag}"`);
    expect(text.includes("LimitApplicationCertificateRelatedInfo")).toBe(flag === "1");
  });

  it.each([
    ["in grace", "2025-11-30", "SIM-W-304"],
    ["near its end", "2026-04-20", "SIM-W-303"],
    ["far from its end", "2029-05-20", undefined],
  ])("a certificate %s brings the remark %s", (_title, lastDay, remark) => {
    const { answer, problems } = ending({ lastDay });
    expect(problems).toEqual([]);
    expect(answer["MessageBody"]).toMatchObject({ ProcessingResultStatus: "1", QualificationValidity: "1" });
    expect(Object(answer["MessageBody"])["ProcessingResultCode"]).toBe(remark);
  });

  it("in grace no medical information is given, whatever was consented to", () => {
    const { text } = ending({ lastDay: "2025-11-30", given: ALL });
    for (const element of ["SpecificHealthCheckupsInfo", "PharmacistsInfo", "DiagnosisInfo", "OperationInfo"])
      expect(text).toContain(`"${element}ConsFlg":"0"`);
  });

  it("ends the dialogue: a second conclusion is refused", () => {
    const { under, recognised } = ending({});
    expect(outcomeOf(conclude(under, item(recognised, "DialogueId"), [], []))).toBe("SIM-E-007");
  });

  it.each([
    [10 * MINUTE_MS, "ok"],
    [10 * MINUTE_MS + 1, "refused"],
  ])("%i ms after recognition is %s", (ms, status) => {
    const under = centre({ rows });
    const dialogue = item(authenticate(under, LONG), "DialogueId");
    under.clock.advanceTo(NOW + ms);
    expect(conclude(under, dialogue, [], []).status).toBe(status);
  });

  it("keeps the consent for this facility alone", () => {
    const { under } = ending({ given: ["drug"] });
    const consentAt = (facility: string) =>
      under.ledger.read([["consent", `p/${facility}`]]).get("consent", `p/${facility}`);
    expect(consentAt(clinic.code)).toEqual({ atMs: NOW, given: ["drug"], eligibilityOnly: false });
    expect(consentAt(pharmacy.code)).toBeUndefined();
  });

  it("a later refusal takes an earlier consent back", () => {
    const { under } = ending({ given: ["drug"] });
    conclude(under, item(authenticate(under, LONG), "DialogueId"), ["drug"], []);
    const key = `p/${clinic.code}`;
    expect(under.ledger.read([["consent", key]]).get("consent", key)?.given).toEqual([]);
  });

  it("an insurance not acquired yet is not given out", () => {
    const future = { ...someone, eligibilities: [{ ...insurance, acquired: addDays(TODAY, 1) }] };
    const under = centre({ rows: rowsOf(future, 0) });
    const answer = conclude(under, item(authenticate(under, LONG), "DialogueId"), [], []);
    expect(JSON.stringify(answer)).toContain('"QualificationValidity":"2"');
  });
});
