import { writtenCertificate } from "./known-certificate.ts";
import { stepRunner } from "./step-runner.ts";

export const paperCertificate = stepRunner({
  step: "paper-certificate",
  title: { ja: "紙の受給者証の入力", en: "types a certificate from paper" },
  *run({ visit, persona }, { world, subject }) {
    yield* subject.act({ do: "enter-certificate", visit, certificate: writtenCertificate(persona, "subsidy", world) });
  },
  keeps: ({ persona }, world) => ({ certificate: writtenCertificate(persona, "subsidy", world) }),
});
