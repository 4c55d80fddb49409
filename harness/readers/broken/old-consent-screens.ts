import { declareReader } from "../declare.ts";

/** Was never told of 2024-10-07. */
export const oldConsentScreens = declareReader({
  id: "reader/old-consent-screens",
  title: { ja: "2024年10月7日より前の同意画面のまま", en: "still shows the consent screens of before 2024-10-07" },
  slip: { consentRules: () => ({ limitScreenAsked: true, bundledConsent: false }) },
  fails: { F18: ["reader/consent-screens-by-date"] },
});
