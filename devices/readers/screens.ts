import type { Bilingual } from "../../simulator/kernel/bilingual.ts";
import { mark, type PrivateKind } from "../../simulator/kernel/trace.ts";
import type { ConsentKind } from "../terminal/ports.ts";
import type { ReaderMessageCode } from "./messages.ts";
import type { ConfirmationMethod } from "./profile.ts";

/** Screens in the public order; the ids, and S90 altogether, are ours (readers-and-line.md §5). */
export const screenTitles = {
  S00: { ja: "カードを置いてください", en: "place your card" },
  S01: { ja: "カードを読み取りました", en: "card found" },
  S02: { ja: "本人確認の方法を選んでください", en: "choose how to confirm" },
  S03a: { ja: "顔認証：枠に顔を合わせてください", en: "face: look into the frame" },
  S03b: { ja: "暗証番号（4桁）を入力してください", en: "type the 4-digit PIN" },
  S03c: { ja: "スマートフォンをかざしてください", en: "hold your phone to the reader" },
  S03d: { ja: "職員による目視確認", en: "visual check by staff" },
  S04: { ja: "お名前をご確認ください", en: "check your name" },
  S05: { ja: "診療・薬剤・健診情報の提供に同意しますか", en: "consent to share medical information" },
  S06: { ja: "限度額・特定疾病の情報を提供しますか", en: "share limit and disease certificates" },
  S06s: { ja: "医療費助成の各種受給者証を利用しますか", en: "use your certificates of medical subsidies" },
  S07: { ja: "処方箋の発行形態を選んでください", en: "choose the form of the prescription" },
  S08: { ja: "その他の確認", en: "other questions" },
  S09: { ja: "終わりました。カードをお取りください", en: "done, take your card" },
  S90: { ja: "ただいまご利用いただけません", en: "out of service" },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** Id of a screen. */
export type ScreenId = keyof typeof screenTitles;

/** Phones that carry a user certificate; they are unlocked in different ways (my-number-card.md §6). */
export type PhoneKind = "android" | "iphone";

/** A screen as the patient sees it. */
export interface ScreenView {
  readonly reader: string;
  readonly screen: ScreenId;
  readonly message?: ReaderMessageCode;
  /** Ways to confirm that are offered (S02; S00 where a phone may stand for the card). */
  readonly offers?: readonly ConfirmationMethod[];
  /** Name returned by the centre (S04). */
  readonly name?: string;
  /** Kinds of consent asked (S05, S06); `bundled` offers one answer for all. */
  readonly asks?: readonly ConsentKind[];
  readonly bundled?: boolean;
  /** Kinds of phone to choose from (S03c). */
  readonly phones?: readonly PhoneKind[];
  /** The facility's passcode is asked for (S03d). */
  readonly asksPasscode?: true;
  /** Tries left for the PIN (S03b). */
  readonly triesLeft?: number;
}

/** What the patient (or, at S03d, the staff) did with a screen. */
export type Touch =
  | { readonly kind: "chose"; readonly method: ConfirmationMethod }
  | { readonly kind: "typed"; readonly digits: string }
  | { readonly kind: "chose-phone"; readonly phone: PhoneKind }
  | { readonly kind: "held-phone" }
  | { readonly kind: "looked" }
  | { readonly kind: "confirmed" }
  | { readonly kind: "not-me" }
  | { readonly kind: "answered"; readonly consents: Readonly<Partial<Record<ConsentKind, boolean>>> }
  | { readonly kind: "prescription"; readonly select: "1" | "2" | undefined }
  | { readonly kind: "took-card" }
  | { readonly kind: "left" };

/** A screen shown, or touched. */
export type ScreenEvent = ScreenView & { readonly touch?: Touch };

declare module "../../simulator/kernel/pco.ts" {
  interface Pcos {
    /** Between reader and patient. */
    "reader.screen": { readonly live: ScreenEvent; readonly kept: KeptScreenEvent };
  }
}

/** {@link ScreenEvent} as evidence: what was typed is gone, that something was typed stays. */
export type KeptScreenEvent = ScreenView & {
  readonly touch?: Exclude<Touch, { kind: "typed" }> | { kind: "typed"; digits: string };
};

/** Keeps a screen event. */
export function keepScreenEvent(event: ScreenEvent): {
  readonly message: KeptScreenEvent;
  readonly marks: readonly PrivateKind[];
} {
  if (event.touch?.kind !== "typed") return { message: event, marks: [] };
  return { message: { ...event, touch: { kind: "typed", digits: mark("pin") } }, marks: ["pin"] };
}
