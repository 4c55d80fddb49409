import { describe, expect, it } from "vitest";
import { addDays, civilDate, DAY_MS, HOUR_MS, MINUTE_MS, midnightMs } from "../../../simulator/kernel/civil-time.ts";
import type { CentreAnswer } from "../../../simulator/messages/line-envelope.ts";
import { createAuthority } from "../../../simulator/pki/authority.ts";
import type { InsuredPerson } from "../../../simulator/population/person.ts";
import {
  authenticate,
  bodyOf,
  type CentreOptions,
  centre,
  certificateUntil,
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

describe("what a reader is told to ask (eligibility-rules.md §5)", () => {
  const ill = { ...insurance, diseases: [{ category: "1", selfPay: "10000" }] } as const;
  const lost = addDays(TODAY, -300);
  const asks = (eligibilities: InsuredPerson["eligibilities"], certificate = LONG) =>
    item(authenticate(centre({ rows: rowsOf({ ...someone, eligibilities }, 0) }), certificate), "Asks").split(" ");

  it("the disease certificate, of whoever has one with an insurance that covers today", () => {
    expect(asks([ill])).toContain("disease");
    expect(asks([insurance])).not.toContain("disease");
  });

  it.each([
    ["lost", { lost }],
    ["held by the J-LIS comparison", { held: true } as const],
    ["not acquired yet", { acquired: addDays(TODAY, 1) }],
  ])("no disease certificate that hangs on an insurance that is %s", (_title, changes) => {
    expect(
      asks([
        { ...ill, ...changes },
        { ...insurance, number: "555" },
      ]),
    ).not.toContain("disease");
  });

  it("no disease certificate in grace, when nothing of it would be given", () => {
    expect(asks([ill], certificateUntil(civilDate("2025-11-30")))).not.toContain("disease");
  });

  it("no medical information of whoever is insured where there is no medical view today", () => {
    const forces = { ...ill, number: "123", cardClassification: "07" };
    expect(asks([{ ...insurance, lost }, forces])).toEqual(["disease", "limit"]);
    expect(asks([{ ...forces, lost }, insurance])).toContain("drug");
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
