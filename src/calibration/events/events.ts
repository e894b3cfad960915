/** Chronicle of the antimony market from 2018, all years together. */

import type { DatedEvent, RecentEvent } from "./dated-event.ts";
import { EVENTS_FROM_JULY_2026 } from "./events-from-july-2026.ts";
import { EVENTS_OF_2024 } from "./events-of-2024.ts";
import { EVENTS_OF_2025_FROM_JULY } from "./events-of-2025-from-july.ts";
import { EVENTS_OF_2025_TO_JUNE } from "./events-of-2025-to-june.ts";
import { EVENTS_OF_2026_TO_JUNE } from "./events-of-2026-to-june.ts";
import { EVENTS_TO_2023 } from "./events-to-2023.ts";

/** Events of 2025 and later, by date, each with the way by which it enters the record. */
export const RECENT_EVENTS: readonly RecentEvent[] = [
	...EVENTS_OF_2025_TO_JUNE,
	...EVENTS_OF_2025_FROM_JULY,
	...EVENTS_OF_2026_TO_JUNE,
	...EVENTS_FROM_JULY_2026,
];

/** Dated events that move antimony or the ties around it, 2018 on, by date. */
export const EVENTS: readonly DatedEvent[] = [
	...EVENTS_TO_2023,
	...EVENTS_OF_2024,
	...RECENT_EVENTS,
];
