import { declareReader } from "../declare.ts";

/** Shows after a power cut what it showed before. */
export const bootsToLastScreen = declareReader({
  id: "reader/boots-to-last-screen",
  title: { ja: "起動後に停電前の画面を表示する", en: "boots to the screen it showed before" },
  slip: { bootScreen: (before) => before ?? { screen: "S00" } },
  fails: { F22: ["reader/boots-to-idle"] },
});
