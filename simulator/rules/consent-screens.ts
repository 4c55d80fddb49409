import { type FacilityConsentKind, INITIAL_CONSENT_KINDS } from "../population/facility.ts";
import { decisionTable, rowsOf } from "./decision-table.ts";

/** What a reader knows when it decides whether to ask for a kind. */
export interface ConsentScreenCase {
  readonly kind: FacilityConsentKind | "limit" | "disease";
  /** Kinds the facility switched on. */
  readonly facility: readonly FacilityConsentKind[];
  /**
   * The certificate of the card is in its grace period (eligibility-rules.md §7.1). Medical kinds are named all the same: to
   * show no screen of them then is the reader's own duty, which F17 looks at.
   */
  readonly grace: boolean;
  /** The person is insured where there is no medical view (§15.5). */
  readonly excluded: boolean;
  /** An insurance that covers the day has a 特定疾病療養受療証. */
  readonly hasDisease: boolean;
  /** Policy of the day: the reader asks about limit data. */
  readonly limitScreenAsked: boolean;
  /** Policy of the day: one button for all medical kinds. */
  readonly bundled: boolean;
}

/** How a kind is asked for. */
export type ConsentScreen = "not-asked" | "own-screen" | "one-button";

const screen = (
  kind: ConsentScreenCase["kind"],
  given: Partial<Omit<ConsentScreenCase, "kind">> = {},
): ConsentScreenCase => ({
  kind,
  facility: INITIAL_CONSENT_KINDS,
  grace: false,
  excluded: false,
  hasDisease: false,
  limitScreenAsked: false,
  bundled: true,
  ...given,
});
const row = rowsOf<ConsentScreenCase, ConsentScreen>();

/** Which kinds a reader asks the patient for, and how (eligibility-rules.md §5). */
export const consentScreens = decisionTable({
  id: "consent-screens",
  title: { ja: "リーダーで尋ねる同意の種類", en: "which consents the reader asks for" },
  source: "eligibility-rules.md §5",
  requires: ["R0-22", "R1-26"],
  rows: [
    row({
      id: "5/screen-limit",
      condition: { ja: "限度額：2024-10-06まで", en: "limit data until 2024-10-06" },
      outcome: { ja: "画面で尋ねる", en: "on a screen of its own" },
      confidence: "H",
      matches: ({ kind, limitScreenAsked }) => kind === "limit" && limitScreenAsked,
      result: () => "own-screen",
      vectors: [
        {
          title: "2024-10-06",
          given: screen("limit", { limitScreenAsked: true, bundled: false }),
          gives: "own-screen",
        },
      ],
    }),
    row({
      id: "5/screen-no-limit",
      condition: { ja: "限度額：2024-10-07から", en: "limit data from 2024-10-07 on" },
      outcome: { ja: "尋ねない", en: "not asked" },
      confidence: "H",
      matches: ({ kind }) => kind === "limit",
      result: () => "not-asked",
      vectors: [{ title: "2024-10-07", given: screen("limit"), gives: "not-asked" }],
    }),
    row({
      id: "5/screen-grace",
      condition: {
        ja: "特定疾病：証明書が猶予期間中",
        en: "specific disease, the certificate of the card in its grace period",
      },
      outcome: { ja: "尋ねない（提供されない）", en: "not asked: nothing would be given" },
      confidence: "A",
      matches: ({ kind, grace }) => kind === "disease" && grace,
      result: () => "not-asked",
      vectors: [
        {
          title: "dialysis, in grace",
          given: screen("disease", { grace: true, hasDisease: true }),
          gives: "not-asked",
        },
      ],
    }),
    row({
      id: "5/screen-disease",
      condition: { ja: "特定疾病：受療証がある人", en: "specific disease, of who has the certificate" },
      outcome: { ja: "画面で尋ねる（機微な情報）", en: "on a screen of its own: it is sensitive" },
      confidence: "H",
      matches: ({ kind, hasDisease }) => kind === "disease" && hasDisease,
      result: () => "own-screen",
      vectors: [{ title: "dialysis", given: screen("disease", { hasDisease: true }), gives: "own-screen" }],
    }),
    row({
      id: "5/screen-no-disease",
      condition: { ja: "特定疾病：受療証がない人", en: "specific disease, of who has none" },
      outcome: { ja: "尋ねない", en: "not asked" },
      confidence: "A",
      matches: ({ kind }) => kind === "disease",
      result: () => "not-asked",
      vectors: [
        {
          title: "nearly everybody, and who had one with an insurance that is lost",
          given: screen("disease"),
          gives: "not-asked",
        },
      ],
    }),
    row({
      id: "5/screen-excluded",
      condition: {
        ja: "対象外の人（自衛官診療証、日雇特例）",
        en: "excluded people: Self-Defence Forces, day labourers",
      },
      outcome: { ja: "尋ねない（提供する情報がない）", en: "not asked: there is nothing to give" },
      confidence: "A",
      matches: ({ excluded }) => excluded,
      result: () => "not-asked",
      vectors: [{ title: "class 07", given: screen("drug", { excluded: true }), gives: "not-asked" }],
    }),
    row({
      id: "5/screen-switched-off",
      condition: { ja: "施設が利用しない種類", en: "a kind the facility has switched off" },
      outcome: { ja: "尋ねない", en: "not asked" },
      confidence: "M",
      matches: ({ kind, facility }) => !facility.some((on) => on === kind),
      result: () => "not-asked",
      vectors: [
        { title: "surgery: off at first", given: screen("surgery"), gives: "not-asked" },
        { title: "medical care: off at first", given: screen("care"), gives: "not-asked" },
      ],
    }),
    row({
      id: "5/screen-bundled",
      condition: { ja: "2024-10-07から、利用する種類", en: "from 2024-10-07 on, a kind that is on" },
      outcome: { ja: "一つのボタンでまとめて同意できる", en: "one button consents to all" },
      confidence: "H",
      matches: ({ bundled }) => bundled,
      result: () => "one-button",
      vectors: [
        { title: "drugs: on at first", given: screen("drug"), gives: "one-button" },
        {
          title: "drugs in grace: the reader itself leaves the screen out",
          given: screen("drug", { grace: true }),
          gives: "one-button",
        },
        { title: "check-ups: on at first", given: screen("checkup"), gives: "one-button" },
        { title: "surgery, switched on", given: screen("surgery", { facility: ["surgery"] }), gives: "one-button" },
      ],
    }),
    row({
      id: "5/screen-own",
      condition: { ja: "2024-10-06まで、利用する種類", en: "until 2024-10-06, a kind that is on" },
      outcome: { ja: "種類ごとの画面で尋ねる", en: "a screen for each kind" },
      confidence: "H",
      matches: () => true,
      result: () => "own-screen",
      vectors: [{ title: "drugs", given: screen("drug", { bundled: false }), gives: "own-screen" }],
    }),
  ],
});
