import type { WeightedDraw } from "./past-draw.ts";
import { SCREENED } from "./screened.ts";

export const POSTERIOR: readonly WeightedDraw[] = SCREENED;
