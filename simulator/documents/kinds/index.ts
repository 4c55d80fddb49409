import { certificateA4 } from "./certificate-a4.ts";
import { certificateCard } from "./certificate-card.ts";
import { declaration } from "./declaration.ts";
import { declarationFromTheCard } from "./declaration-from-card.ts";
import { diseaseCertificate } from "./disease-certificate.ts";
import { dispensingTicket } from "./dispensing-ticket.ts";
import { elderlyCertificate } from "./elderly-certificate.ts";
import { limitCertificate } from "./limit-certificate.ts";
import { medicalTicket } from "./medical-ticket.ts";
import { notice } from "./notice.ts";
import { oldInsuranceCard } from "./old-insurance-card.ts";
import { portalPdf } from "./portal-pdf.ts";
import { portalScreen } from "./portal-screen.ts";
import { subsidyCertificate } from "./subsidy-certificate.ts";

/** Kinds of documents a person sees or hands over. One line a kind. */
export const documentKinds = [
  certificateA4,
  certificateCard,
  declaration,
  declarationFromTheCard,
  diseaseCertificate,
  dispensingTicket,
  elderlyCertificate,
  limitCertificate,
  medicalTicket,
  notice,
  oldInsuranceCard,
  portalPdf,
  portalScreen,
  subsidyCertificate,
] as const;
