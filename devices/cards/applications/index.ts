import type { CardApplication } from "../application.ts";
import { cardSurface } from "./card-surface.ts";
import { jpki } from "./jpki.ts";

/** Applications of the card, in the order a partial name is searched. One line an application. */
export const cardApplications: readonly CardApplication[] = [jpki, cardSurface];
