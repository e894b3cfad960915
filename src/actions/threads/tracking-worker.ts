/** A thread that runs and renews the particles of an assimilation. */

import type { TrackerSetting } from "../../inference/assimilation/tracker.ts";
import {
	Tracking,
	type TrackingTask,
} from "../../inference/assimilation/tracking.ts";
import { createSimulator } from "../../market/replicate.ts";
import type { Seed } from "../../market/simulator.ts";
import { serve } from "./serve.ts";

/** Setting of a tracking thread, given when it starts. */
export interface TrackingSetting extends TrackerSetting {
	readonly seed: Seed;
}

await serve(({ seed, ...setting }: TrackingSetting) => {
	const tracking = new Tracking(createSimulator, setting, seed);
	return (task: TrackingTask) => tracking.do(task);
});
