import { mutant } from "../mutant.ts";

/** Hands 61xx to the host. */
export const moreDataNotFollowed = mutant({
  id: "X37a",
  layer: "APDU",
  title: { ja: "61xxに応じない", en: "61xx is not followed" },
  symptom: { ja: "「アプリケーションがない」と判断される", en: "the host takes it for: no such application" },
  source: "firmware-validation.md §9 X37: emv#82",
  caughtBy: "AP-01",
  slip: (good) => ({ ...good, apdu: { ...good.apdu, follows61: () => false } }),
});
