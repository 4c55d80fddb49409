import type { AnyService } from "../service.ts";
import { authentication } from "./authentication.ts";
import { challenge } from "./challenge.ts";
import { conclusion } from "./conclusion.ts";
import { drugInformation } from "./drug-information.ts";
import { eligibilityByNumber } from "./eligibility-by-number.ts";
import { registration } from "./registration.ts";

/** What the centre can do. One line a service. */
export const services: readonly AnyService[] = [
  challenge,
  authentication,
  registration,
  conclusion,
  eligibilityByNumber,
  drugInformation,
];
