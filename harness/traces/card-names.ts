import { cardApplications } from "../../devices/cards/applications/index.ts";
import { namesOf } from "../../devices/cards/words/card-names.ts";

/** What the applications and files of our card are called in reports and exports. */
export const cardNames = namesOf(cardApplications);
