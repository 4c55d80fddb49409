import { declareReader } from "../declare.ts";

/** Takes whatever the staff type for the facility's passcode. */
export const anyPasscode = declareReader({
  id: "reader/any-passcode",
  title: { ja: "どのパスワードでも目視確認を開く", en: "opens the visual check with any passcode" },
  slip: { passcodeOpens: () => true },
  fails: { F16: ["reader/passcode-guards-visual"] },
});
