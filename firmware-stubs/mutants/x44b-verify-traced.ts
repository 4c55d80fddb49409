import { mutant } from "../mutant.ts";

/** Traces every command, VERIFY among them. */
export const verifyTraced = mutant({
  id: "X44b",
  layer: "PIN",
  title: { ja: "VERIFYを16進でログに書く", en: "VERIFY is traced with its data" },
  symptom: { ja: "16進表示から暗証番号が読める", en: "the PIN is in the trace, as hexadecimal" },
  source: "ours: neighbour of X44",
  caughtBy: "HU-01",
  slip: (good) => ({ ...good, pin: { ...good.pin, logs: (digits) => `> 00 20 00 80 04 ${codesOf(digits)}` } }),
});

const codesOf = (digits: string): string => [...digits].map((digit) => `3${digit}`).join(" ");
