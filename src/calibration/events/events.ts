/** Chronicle of the antimony market from 2018, all years together. */

import type { DatedEvent } from "./dated-event.ts";
import { EVENTS_OF_2024 } from "./events-of-2024.ts";
import { EVENTS_OF_2025 } from "./events-of-2025.ts";
import { EVENTS_OF_2026 } from "./events-of-2026.ts";
import { EVENTS_TO_2023 } from "./events-to-2023.ts";

/** Dated events that move antimony or the ties around it, 2018 on, by date. */
export const EVENTS: readonly DatedEvent[] = [
	...EVENTS_TO_2023,
	...EVENTS_OF_2024,
	...EVENTS_OF_2025,
	...EVENTS_OF_2026,
];
