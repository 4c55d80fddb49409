import type { CardApplication } from "../application.ts";
import type { CardImage } from "../card-image.ts";
import { cardManager } from "./card-manager.ts";
import { cardSurface } from "./card-surface.ts";
import { commonCard } from "./common-card.ts";
import { jpki } from "./jpki.ts";
import { residentRegister } from "./resident-register.ts";
import { textInput } from "./text-input.ts";

type Applications = readonly [CardApplication<CardImage>, ...CardApplication<CardImage>[]];

/**
 * Applications of the card, the one selected at power-up first, then in the order a partial name is searched. One line
 * an application.
 */
export const cardApplications: Applications = [cardManager, jpki, cardSurface, textInput, commonCard, residentRegister];

/** A phone carries the JPKI application alone (my-number-card.md §6, D-13). */
export const phoneApplications: Applications = [cardManager, jpki];
