import type { Process } from "../../simulator/kernel/process.ts";
import type { ConsentKind, Recognised } from "../terminal/ports.ts";
import type { Counter } from "./counter.ts";
import type { Consents } from "./decisions.ts";

/** S05 and S06 as the day's policy has them (readers-and-line.md §5.1); undefined when nobody answered. */
export function* askConsents(
  counter: Counter,
  asks: readonly ConsentKind[],
  standing: Recognised["certificate"],
): Process<Consents | undefined> {
  const { policy, profile, decisions } = counter.parts;
  if (counter.kept.consents !== undefined) return counter.kept.consents;
  const rules = decisions.consentRules(policy);
  // In grace only the eligibility is given: no medical information, and no list of diseases (eligibility-rules.md §7.1).
  const grace = standing === "grace";
  const medical = grace ? [] : asks.filter((kind) => kind !== "limit" && kind !== "disease" && kind !== "subsidy");
  const certificates = asks.filter(
    (kind) => (kind === "disease" && !grace) || (kind === "limit" && rules.limitScreenAsked),
  );
  // Asked only of whoever has a certificate in PMH, at facilities that use it (eligibility-rules.md §10.4 rows 1 and 2).
  const subsidies = asks.filter((kind) => kind === "subsidy");
  const given: Partial<Record<ConsentKind, boolean>> = {};
  for (const [screen, kinds] of [
    ["S05", medical],
    ["S06", certificates],
    ["S06s", subsidies],
  ] as const) {
    if (kinds.length === 0) continue;
    // Before bundled consent each kind had a screen of its own.
    const bundled = screen === "S05" && rules.bundledConsent;
    for (const group of bundled ? [kinds] : kinds.map((kind) => [kind])) {
      const touch = yield* counter.show({ screen, asks: group, bundled }, profile.consentMs);
      if (touch?.kind !== "answered" && (touch !== undefined || decisions.endsUnanswered)) return undefined;
      const answered = touch?.kind === "answered" ? touch.consents : {};
      for (const kind of group) given[kind] = decisions.given(answered, kind);
      counter.chosen = { ...counter.chosen, consents: { ...given } };
    }
  }
  return given;
}
