import { declareReader } from "../declare.ts";

/** Goes on although no chip answered the reset, or two at once. */
export const worksWithoutAtr = declareReader({
  id: "reader/works-without-atr",
  title: { ja: "チップの応答がなくても先に進む", en: "goes on without an answer to reset" },
  slip: { feelsCard: () => true },
  fails: { F01: ["reader/unfelt-card-opens-nothing"], F15: ["reader/unfelt-card-opens-nothing"] },
});
